"""Two more browsers than Chromium, as far as they can be driven: Firefox by WebDriver BiDi, WebKitGTK by WebDriver."""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import pytest

FIREFOX = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), "")
WEBKIT = shutil.which("WebKitWebDriver") or ""
MINIBROWSER = next(map(str, Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser")), "")
SIZE = (390, 844)
PREFERENCES = (  # no address but the test's own is asked for
    'user_pref("browser.shell.checkDefaultBrowser", false);',
    'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
    'user_pref("app.normandy.enabled", false);',
    'user_pref("network.captive-portal-service.enabled", false);',
    'user_pref("network.connectivity-service.enabled", false);',
)


class Engine(Protocol):
    """A browser with one page in it."""

    def open(self, address: str) -> None:
        """Load a page."""

    def touch(self, selector: str) -> None:
        """Press the middle of an element as a finger would."""

    def value(self, expression: str) -> Any:
        """Return what an expression comes to in the page."""


class Firefox:
    """Firefox without a window, asked in WebDriver BiDi over its own socket."""

    def __init__(self, socket: Any) -> None:
        """Begin a session of a phone's size."""
        self.socket, self.numbers = socket, itertools.count(1)
        self._ask("session.new", capabilities={})
        self.tab = self._ask("browsingContext.getTree")["contexts"][0]["context"]
        size = {"width": SIZE[0], "height": SIZE[1]}
        self._ask("browsingContext.setViewport", context=self.tab, viewport=size)

    def open(self, address: str) -> None:
        """Load a page."""
        self._ask("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def touch(self, selector: str) -> None:
        """Press the middle of an element as a finger would."""
        located = {"type": "css", "value": selector}
        (node,) = self._ask("browsingContext.locateNodes", context=self.tab, locator=located)["nodes"]
        origin = {"type": "element", "element": {"sharedId": node["sharedId"]}}
        moves = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0},
        ]  # fmt: skip
        finger = {"type": "pointer", "id": "finger", "parameters": {"pointerType": "touch"}, "actions": moves}
        self._ask("input.performActions", context=self.tab, actions=[finger])

    def value(self, expression: str) -> Any:
        """Return what an expression comes to in the page; lists and objects by way of JSON."""
        told = f"JSON.stringify({expression})"
        found = self._ask("script.evaluate", expression=told, target={"context": self.tab}, awaitPromise=False)
        assert found["type"] == "success", found
        return json.loads(found["result"].get("value", "null"))

    def close(self) -> None:
        """End the browser."""
        try:
            self._ask("browser.close")
        finally:
            self.socket.close()

    def _ask(self, method: str, **params: Any) -> Any:
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while (answer := json.loads(self.socket.recv())).get("id") != number:
            continue
        assert answer["type"] == "success", answer
        return answer["result"]


class WebKit:
    """WebKitGTK's own small browser, asked in WebDriver."""

    def __init__(self, driver: Any) -> None:
        """Take a driver that has begun, in a window of about a phone's size."""
        self.driver = driver
        driver.set_window_size(*SIZE)

    def open(self, address: str) -> None:
        """Load a page."""
        self.driver.get(address)

    def touch(self, selector: str) -> None:
        """Press the middle of an element."""
        self.driver.find_element("css selector", selector).click()

    def value(self, expression: str) -> Any:
        """Return what an expression comes to in the page."""
        return self.driver.execute_script(f"return {expression}")


@contextmanager
def firefox(folder: Path) -> Iterator[Engine]:
    """Start Firefox with a profile of its own."""
    websocket = pytest.importorskip("websocket", reason="`make browser` installs websocket-client")
    if not FIREFOX:
        pytest.skip("no Firefox on this machine")
    (folder / "user.js").write_text("\n".join(PREFERENCES))
    command = [FIREFOX, "--headless", "--no-remote", "--profile", str(folder), "--remote-debugging-port", "0"]
    env = {**os.environ, "HOME": str(folder)}
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as child:
        assert child.stderr
        heard = (re.search(r"BiDi listening on (ws://\S+)", row) for row in child.stderr)
        address = next((found[1] for found in heard if found), None)
        assert address, "Firefox ended before it listened"
        engine = Firefox(websocket.create_connection(f"{address}/session", suppress_origin=True, timeout=60))
        try:
            yield engine
        finally:
            engine.close()


@contextmanager
def webkit(folder: Path) -> Iterator[Engine]:
    """Start WebKitGTK on a screen of its own, which nobody sees."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="`make browser` installs Selenium")
    if not (WEBKIT and MINIBROWSER and shutil.which("Xvfb")):
        pytest.skip("no WebKitGTK with its driver, or no Xvfb, on this machine")
    options = webdriver.WebKitGTKOptions()
    options.binary_location = MINIBROWSER
    options.add_argument("--automation")
    with _screen() as display:
        # its sandbox asks for namespaces of the kernel, which a container has none of
        env = {**os.environ, "DISPLAY": display, "HOME": str(folder), "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        service = webdriver.WebKitGTKService(executable_path=WEBKIT, env=env)
        driver = webdriver.WebKitGTK(options=options, service=service)
        try:
            yield WebKit(driver)
        finally:
            driver.quit()


@contextmanager
def _screen() -> Iterator[str]:
    """Yield the name of a display without a screen."""
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL) as child:
        os.close(theirs)
        try:
            yield f":{os.read(ours, 16).decode().strip()}"
        finally:
            child.terminate()
            os.close(ours)
