"""What has been measured so far, kept in a file: an interrupted run goes on where it stopped."""
import json


class Measurements:
    def __init__(self, path, stamp):
        """Figures of a run with another stamp are dropped: all must come from one run."""
        self.path, self.values = path, {"stamp": stamp}
        if path.exists():
            found = json.loads(path.read_text())
            if found.get("stamp") == stamp:
                self.values = found

    def get(self, *key):
        return self.values.get("/".join(str(part) for part in key))

    def once(self, *key_and_measure):
        """The value of a key, measured only where it is not known."""
        *parts, measure = key_and_measure
        key = "/".join(str(part) for part in parts)
        if key not in self.values:
            self.values[key] = measure()
            self.save()
        return self.values[key]

    def save(self):
        part = self.path.with_suffix(".part")
        part.write_text(json.dumps(self.values, indent=1))
        part.rename(self.path)
