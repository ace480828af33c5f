"""The main job of a teacher, done at the real window with the keyboard alone, 注音 switched on.

Letters decide as long as no field has the focus, and write Chinese as soon as one has it. What was decided,
taken back and returned is compared with what another program reads.
"""

from desktop import Failed, wait_until
from story import Story, check

NOTE = "你好"
NOTE_KEYS = ("s", "u", "3", "c", "l", "3")


class Teacher(Story):
    """Looks, certifies, takes back, and returns with a reason and a note."""

    def steps(self):
        return [
            self.make_the_school,
            self.open_the_window,
            self.log_in,
            self.look_at_the_first_document,
            self.switch_bopomofo_on,
            self.certify_with_a_letter,
            self.take_it_back,
            self.hold_a_key_down,
            self.return_with_a_note_in_chinese,
        ]

    def make_the_school(self):
        accounts = self.ask("demo", "--no-window", anonymous=True)["accounts"]
        teachers = [account for account in accounts if account["roles"] == ["teacher"]]
        check(teachers, "the demonstration school has no teachers")
        for teacher in teachers:
            self.account, self.password = teacher["account"], teacher["password"]
            if len(self.waiting()) >= 5:
                return
        raise Failed("no teacher of the demonstration school has enough to do")

    def log_in(self):
        self.desktop.start_input_method()
        self.window.terminate()
        self.window.wait(timeout=10)
        wait_until("the window is gone", lambda: not self.me.sees("frame", lambda _: True))
        self.open_the_window()
        me = self.me
        me.fill("entry", "帳號", self.account)
        me.fill("password", "密碼", self.password)
        me.click("button", "登入")

    def look_at_the_first_document(self):
        self.see_decision_keys_awake()
        self.me.picture("panel")

    def switch_bopomofo_on(self):
        self.desktop.switch_input_method(True)

    def certify_with_a_letter(self):
        before = self.states()
        self.me.keys("a")
        self.item = self.wait_for_change(before, "certified")
        self.me.see_words("已認證")
        self.see_decision_keys_awake()
        self.me.picture("panel-certified")

    def take_it_back(self):
        self.me.keys("u")
        wait_until("the decision is taken back", lambda: self.states()[self.item] == "submitted")
        self.see_decision_keys_awake()

    def hold_a_key_down(self):
        """A held key decides about one item, not about all."""
        before = self.states()
        self.desktop.run("xdotool", "keydown", "a", "sleep", "1.5", "keyup", "a", check=True)
        self.wait_for_change(before, "certified")
        self.see_decision_keys_awake()
        changed = [item for item, state in self.states().items() if before[item] != state]
        check(len(changed) == 1, f"holding the key decided about {len(changed)} items")

    def return_with_a_note_in_chinese(self):
        before = self.states()
        me = self.me
        me.keys("f", "4")
        me.see_words("傳錯檔案")
        me.click("entry", "給學生的說明")
        me.wait_for_focus("entry", "給學生的說明")
        me.keys(*NOTE_KEYS)
        me.picture("panel-composing")
        me.keys("Return")
        wait_until("the note is written", lambda: self.me.look("entry", "給學生的說明")[0].text() == NOTE)
        me.picture("panel-note")
        me.keys("Return")
        self.wait_for_change(before, "returned")
        me.see_words("已退回")
        me.picture("panel-returned")

    # What the steps ask.

    def listed(self):
        return self.ask("certify", "list")

    def waiting(self):
        return [row for row in self.listed() if row["state"] == "submitted"]

    def states(self):
        return {row["id"]: row["state"] for row in self.listed()}

    def wait_for_change(self, before, state):
        """The one item that came into `state` since."""

        def changed():
            now = self.states()
            return next((item for item in now if now[item] == state and before.get(item) != state), None)

        return wait_until(f"an item is {state}", changed)

    def see_decision_keys_awake(self):
        """They sleep until the document has been on the screen."""
        self.me.see("button", "認證成功")
