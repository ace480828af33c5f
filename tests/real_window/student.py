"""The main job of a student, done at the real window with a real mouse and keyboard.

First login with a new password; a PDF chosen in the desktop's own file dialog; description, save, submit;
then the program is killed hard, and a second start and a second program find everything, bytes included.
"""

import hashlib
import pathlib
import re
import shutil
import signal
import time

from desktop import Failed, wait_until
from story import Story, check

REPORT = pathlib.Path("src/demo/files/program-report.pdf").absolute()
OTHER_FILE = pathlib.Path("src/demo/files/physics-lab.pdf").absolute()

NEW_PASSWORD = "Rainy-day 42 umbrellas"
FILE_NAME = "我的 程式設計 報告（定稿）.pdf"
COURSE = "歷史"
TITLE = "用程式排出最短的上學路線"
DESCRIPTION = "這學期我把家到學校的公車與步行時間畫成圖，用最短路徑演算法找出最快的走法，也學會估計誤差。"
OTHER_TITLE = "從另一個視窗加入的紀錄"
COUNTER = re.compile(r"課程學習成果 (\d+) ?/ ?\d+")


class Student(Story):
    """First login, a new outcome, submitting it, a hard kill, and a second program."""

    def __init__(self, program, desktop, pictures):
        super().__init__(program, desktop, pictures)
        self.password = NEW_PASSWORD
        self.national_id = None
        self.picked = None
        self.used_at_first = 0

    def steps(self):
        return [
            self.make_the_school,
            self.open_the_window,
            self.log_in_for_the_first_time,
            self.add_an_outcome,
            self.describe_and_save,
            self.see_what_another_program_adds,
            self.submit,
            self.kill_and_start_again,
            self.compare_from_another_program,
            self.find_no_password,
        ]

    # The steps.

    def make_the_school(self):
        accounts = self.ask("demo", "--no-window", anonymous=True)["accounts"]
        newcomers = [account for account in accounts if account["first_login"]]
        check(newcomers, "the demonstration school has nobody who logs in for the first time")
        self.account = newcomers[0]["account"]
        self.national_id = newcomers[0]["password"]
        folder = self.desktop.folder / "下載 的檔案"
        folder.mkdir()
        self.picked = folder / FILE_NAME
        shutil.copy(REPORT, self.picked)

    def log_in_for_the_first_time(self):
        me = self.me
        me.fill("entry", "帳號", self.account)
        me.fill("password", "密碼", self.national_id)
        me.picture("login")
        me.click("button", "登入")
        me.see("password", "新密碼")
        me.fill("password", "新密碼", NEW_PASSWORD)
        me.fill("password", "再輸入一次新密碼", NEW_PASSWORD)
        me.picture("first-password")
        me.click("button", "變更密碼並繼續")
        self.used()
        me.picture("overview")

    def add_an_outcome(self):
        me = self.me
        self.used_at_first = self.used()
        me.click("tab", "課程學習成果")
        me.click("button", lambda name: name.startswith("新增成果"))
        me.click("combo box", "課程")
        me.click("toggle button", COURSE)
        me.click("button", "加入檔案…")
        me.pick_in_dialog(self.picked)
        me.see_words(FILE_NAME)
        me.fill("entry", "標題", TITLE)
        me.picture("new-outcome")
        me.click("button", "加入")
        self.wait_for_used(self.used_at_first + 1)
        me.picture("counter-up")

    def describe_and_save(self):
        me = self.me
        me.click("list item", f"{TITLE} 編輯中")
        me.fill("entry", "簡述", DESCRIPTION)
        me.picture("description")
        me.click("button", lambda name: name.startswith("儲存"))
        wait_until("the description is stored", self.has_stored_description)

    def see_what_another_program_adds(self):
        course = self.ask("course", "list", "--term", self.term())[0]["id"]
        self.ask(
            *("item", "add", "--term", self.term(), "--course", course, "--title", OTHER_TITLE),
            *("--file", str(OTHER_FILE)),
        )
        done = time.monotonic()
        self.wait_for_used(self.used_at_first + 2, seconds=1.0)
        left = max(0.0, done + 1.0 - time.monotonic())
        self.me.see("list item", f"{OTHER_TITLE} 編輯中", seconds=left)
        self.me.picture("added-by-another-program")

    def submit(self):
        me = self.me
        me.click("button", "送出認證")
        me.see("dialog", lambda name: "送出" in name)
        me.picture("confirmation")
        me.click("button", "送出認證")
        me.see("list item", f"{TITLE} 認證中")
        wait_until("the state is stored", lambda: self.item(TITLE)["state"] == "submitted")
        me.picture("submitted")

    def kill_and_start_again(self):
        me = self.me
        self.window.send_signal(signal.SIGKILL)
        self.window.wait(timeout=10)
        wait_until("the window is gone", lambda: not me.sees("frame", lambda _: True))
        self.open_the_window()
        me.fill("entry", "帳號", self.account)
        me.fill("password", "密碼", NEW_PASSWORD)
        me.click("button", "登入")
        self.wait_for_used(self.used_at_first + 2)
        me.click("tab", "課程學習成果")
        me.click("list item", f"{TITLE} 認證中")
        me.see_words(DESCRIPTION)
        me.see_words(FILE_NAME)
        me.picture("after-the-kill")

    def compare_from_another_program(self):
        wanted = self.picked.read_bytes()
        (stored,) = self.item(TITLE)["files"]
        check(stored["name"] == FILE_NAME, f"the file is called {stored['name']}")
        check(stored["bytes"] == len(wanted), f"the file has {stored['bytes']} bytes, not {len(wanted)}")
        check(stored["md5"] == hashlib.md5(wanted).hexdigest(), "the MD5 of the stored file is another")
        copy = self.desktop.folder / "copy.pdf"
        self.ask(
            "item", "save-file", self.item(TITLE)["id"], "--slot", stored["slot"], "--to", str(copy)
        )
        digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (self.picked, copy)]
        check(digests[0] == digests[1], "the saved copy differs from the file that was picked")

    def find_no_password(self):
        """Not in the library, the log, the settings or the temporary files."""
        for path in self.desktop.folder.rglob("*"):
            if path.is_file() and NEW_PASSWORD.encode() in path.read_bytes():
                raise Failed(f"the password stands in {path.relative_to(self.desktop.folder)}")

    # What the steps ask.

    def used(self):
        """How many outcomes the counter in the window shows."""
        badge = self.me.see("button", lambda name: COUNTER.fullmatch(name))
        return int(COUNTER.fullmatch(badge.name)[1])

    def wait_for_used(self, count, seconds=15.0):
        def shows(name):
            badge = COUNTER.fullmatch(name)
            return badge is not None and int(badge[1]) == count

        wait_until(f"the counter shows {count}", lambda: self.me.sees("button", shows), seconds)

    def term(self):
        return self.ask("status")["terms"]["outcome"]

    def item(self, title):
        for item in self.ask("item", "list"):
            if item["title"] == title:
                return item
        raise Failed(f"there is no item 「{title}」")

    def has_stored_description(self):
        return DESCRIPTION in self.ask_in_words("item", "show", self.item(TITLE)["id"])
