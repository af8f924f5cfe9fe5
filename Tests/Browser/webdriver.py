"""A client of the WebDriver protocol (W3C) with the standard library alone, for headless Chromium."""

import base64
import json
import subprocess
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Browser:
    def __init__(self, driver="chromedriver", width=1280, height=1000, port=0):
        self.process = subprocess.Popen([driver, f"--port={port}"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            if "started successfully on port" in line:
                self.base = "http://127.0.0.1:" + line.strip().rstrip(".").split()[-1]
                break
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                     f"--window-size={width},{height}"]
        capabilities = {"browserName": "chrome", "goog:chromeOptions": {"args": arguments},
                        "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}
        answer = self._call("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
        self.session = "/session/" + answer["sessionId"]

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, method=method,
                                         headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=120) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            problem = json.load(error)["value"]
            raise AssertionError(f"{problem['error']}: {problem['message'].splitlines()[0]}") from None

    def call(self, method, path, body=None):
        return self._call(method, self.session + path, body)

    def open(self, address):
        self.call("POST", "/url", {"url": address})

    @property
    def address(self):
        return self.call("GET", "/url")

    def resize(self, width, height):
        self.call("POST", "/window/rect", {"width": width, "height": height})

    def all(self, selector):
        return [Element(self, found[ELEMENT])
                for found in self.call("POST", "/elements", {"using": "css selector", "value": selector})]

    def one(self, selector, seconds=5):
        end = time.monotonic() + seconds
        while True:
            found = self.all(selector)
            if found:
                return found[0]
            assert time.monotonic() < end, f"{self.address} has no {selector}"
            time.sleep(0.05)

    def link(self, text):
        for found in self.all("a"):
            if text in found.text:
                return found
        raise AssertionError(f"{self.address} has no link {text!r}")

    def button(self, text):
        for found in self.all("button"):
            if text in found.text:
                return found
        raise AssertionError(f"{self.address} has no button {text!r}")

    @property
    def text(self):
        return self.script("return document.body.innerText")

    def script(self, code, *arguments):
        return self.call("POST", "/execute/sync", {"script": code, "args": list(arguments)})

    def script_async(self, code, *arguments):
        return self.call("POST", "/execute/async", {"script": code, "args": list(arguments)})

    def screenshot(self, path):
        width, height = self.script("return [innerWidth, document.documentElement.scrollHeight]")
        self.resize(width, min(max(height + 20, 600), 4000))
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("GET", "/screenshot")))
        self.resize(width, 1000)

    def complaints(self):
        """What the browser's console said since the last time."""
        return [entry["message"] for entry in self.call("POST", "/se/log", {"type": "browser"})
                if entry["level"] in ("SEVERE", "WARNING")]

    def requested_addresses(self):
        addresses = []
        for entry in self.call("POST", "/se/log", {"type": "performance"}):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                addresses.append(message["params"]["request"]["url"])
        return addresses

    def clear_cookies(self):
        self.call("DELETE", "/cookie")

    def close(self):
        try:
            self._call("DELETE", self.session)
        finally:
            self.process.terminate()


class Element:
    def __init__(self, browser, number):
        self.browser = browser
        self.path = f"/element/{number}"

    def click(self):
        self.browser.script("arguments[0].scrollIntoView({block: 'center'})", {ELEMENT: self.path.split("/")[-1]})
        self.browser.call("POST", self.path + "/click", {})

    def type(self, text):
        self.browser.call("POST", self.path + "/clear", {})
        self.browser.call("POST", self.path + "/value", {"text": text})

    def follow(self, seconds=20):
        """Clicks, and waits for the page that comes."""
        self.browser.script("document.documentElement.dataset.left = 'yes'")
        self.click()
        end = time.monotonic() + seconds
        while self.browser.script("return document.documentElement.dataset.left === 'yes' || document.readyState !== 'complete'"):
            assert time.monotonic() < end, f"{self.browser.address} stays"
            time.sleep(0.05)

    def choose(self, value):
        """Of a select."""
        self.browser.script(
            "const [field, value] = arguments; field.value = value; field.dispatchEvent(new Event('change', {bubbles: true}))",
            {ELEMENT: self.path.split("/")[-1]}, value)

    @property
    def text(self):
        return self.browser.call("GET", self.path + "/text")

    def attribute(self, name):
        return self.browser.call("GET", self.path + f"/attribute/{name}")
