"""The first afternoon of a school's office at the real window: a library for the school, then its rosters.

Made from the welcome page; a roster chosen in the desktop's own file dialog, one pasted as a spreadsheet
copies it, one that cannot be read, one taken back; a hard kill in between. What the window says is compared
with what another program reads.
"""

import pathlib
import shutil
import signal

from desktop import wait_until
from story import Story, check

ROSTERS = pathlib.Path("tests/fixtures/rosters").absolute()
SCHOOL = "市立測試高級中學"
ADMINISTRATOR = "office"
PASSWORD = "Rosters and 3 umbrellas"
TEACHERS = ("T001", "T002")
STUDENTS = (("0099001", "林小喆"), ("0099002", "黃𡘙廷"))


class Office(Story):
    """Makes the school, imports its rosters, and takes one back."""

    def __init__(self, program, desktop, pictures):
        super().__init__(program, desktop, pictures)
        self.library = desktop.folder / "學校 的檔案庫.redb"
        self.account, self.password = ADMINISTRATOR, PASSWORD
        self.folder = desktop.folder / "人事室 給的名冊"

    def steps(self):
        return [
            self.find_the_way_to_a_school,
            self.make_the_school,
            self.keep_the_recovery_code,
            self.choose_the_teachers,
            self.meet_a_protected_workbook,
            self.kill_and_start_again,
            self.paste_the_students,
            self.take_them_back,
            self.compare_from_another_program,
        ]

    def find_the_way_to_a_school(self):
        self.folder.mkdir()
        for name in ("teachers.xlsx", "protected.xlsx"):
            shutil.copy(ROSTERS / name, self.folder / f"名冊 {name}")
        self.window = self.desktop.spawn("window", str(self.program))
        self.me.click("button", "建立學校檔案庫")
        self.me.see("entry", "校名")

    def make_the_school(self):
        me = self.me
        for name, text in (
            ("校名", SCHOOL),
            ("學校代碼", "990301"),
            ("檔案庫的位置", str(self.library)),
            ("姓名", "管理員"),
            ("帳號", ADMINISTRATOR),
        ):
            me.fill("entry", name, text)
        me.fill("password", "密碼", PASSWORD)
        me.fill("password", "再輸入一次密碼", PASSWORD)
        me.picture("school-form")
        me.click("button", "建立")

    def keep_the_recovery_code(self):
        me = self.me
        me.see_words("抄下復原碼")
        me.picture("school-recovery")
        me.click("check box", lambda name: name.startswith("我已抄下"))
        me.click("button", "開始使用")
        me.see_words("匯入教師")
        me.picture("school-check-list")

    def choose_the_teachers(self):
        me = self.me
        me.click("tab", "匯入名冊")
        me.click("tab", "教師名冊")
        me.click("button", "選擇檔案…")
        me.pick_in_dialog(self.folder / "名冊 teachers.xlsx")
        me.see("button", "匯入 2 筆")
        me.picture("school-preview")
        me.click("button", "匯入 2 筆")
        me.see_words("已匯入教師名冊")
        check(self.accounts() >= set(TEACHERS), "the teachers are not in the library")

    def meet_a_protected_workbook(self):
        me = self.me
        me.click("button", "再匯入一份")
        me.click("button", "選擇檔案…")
        me.pick_in_dialog(self.folder / "名冊 protected.xlsx")
        me.see_words("密碼保護")
        me.picture("school-protected")

    def kill_and_start_again(self):
        me = self.me
        self.window.send_signal(signal.SIGKILL)
        self.window.wait(timeout=10)
        wait_until("the window is gone", lambda: not me.sees("frame", lambda _: True))
        self.open_the_window()
        me.fill("entry", "帳號", ADMINISTRATOR)
        me.fill("password", "密碼", PASSWORD)
        me.click("button", "登入")
        me.see_words("匯入學生")

    def paste_the_students(self):
        me = self.me
        me.click("tab", "匯入名冊")
        me.see("button", "選擇檔案…")
        rows = ["學號\t姓名\t班級\t座號\t入學學年度"]
        rows += [f"{account}\t{name}\t一年1班\t{place:02}\t115" for place, (account, name) in enumerate(STUDENTS, 1)]
        me.copy("\n".join(rows))
        me.keys("ctrl+v")
        me.click("button", "匯入 2 筆")
        me.see_words("已匯入學生名冊")
        me.picture("school-students")
        check(self.accounts() >= {account for account, _ in STUDENTS}, "the students are not in the library")

    def take_them_back(self):
        me = self.me
        me.click("button", "取消這次匯入…")
        me.picture("school-undo")
        me.click("button", "取消匯入")
        wait_until(
            "the students are gone",
            lambda: not self.accounts() & {account for account, _ in STUDENTS},
        )

    def compare_from_another_program(self):
        check(self.accounts() == {ADMINISTRATOR, *TEACHERS}, f"the accounts are {self.accounts()}")

    def accounts(self):
        return {row["account"] for row in self.ask("account", "list")}
