"""The journal as it stands now; a command reads, merges and judges it once."""

from __future__ import annotations

from functools import cached_property

from facecoach.habit.facts import count_day, gather, policy_on
from facecoach.habit.history import judge
from facecoach.habit.merge import merge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from facecoach.habit.facts import Facts
    from facecoach.habit.history import History
    from facecoach.habit.merge import Merged, Row
    from facecoach.habit.policy import Policy
    from facecoach.habit.records import Record

    Dose = Callable[[str], int]


class Book:
    """The journal's records on a day, and what they come to; `dose` returns how often a routine is to be done a day."""

    def __init__(self, merged: Merged, moment: datetime, dose: Dose) -> None:
        self.merged = merged
        self.moment = moment
        self.dose = dose
        self.policy: Policy = policy_on(merged, moment.date())
        self.today: date = count_day(moment, self.policy.day_start)

    @cached_property
    def facts(self) -> Facts:
        """The facts of this day."""
        return gather(self.merged, self.today)

    @cached_property
    def history(self) -> History:
        """The history that follows from the facts."""
        return judge(self.facts, self.dose)

    @property
    def sessions(self) -> list[Record]:
        """The sessions that stand, as written, in the order of their ids; only a book read whole has them all."""
        return self.standing("session")

    def standing(self, kind: str) -> list[Record]:
        """Return the records of a type as they were written, without those taken back, in the order of their ids."""
        found = self.merged.kinds[kind]
        return [found[key] for key in sorted(found.keys() - self.facts.gone)]

    def named(self, key: str) -> Record:
        """Return the record whose id is `key`, or the only one whose id begins or ends with it; raises CoachError.

        Only a book that was read whole has every session.
        """
        from facecoach.errors import CoachError

        known = {key: one for kind in (*self.merged.kinds.values(), self.merged.others) for key, one in kind.items()}
        found = [key] if key in known else [one for one in known if key and (one.startswith(key) or one.endswith(key))]
        if not found:
            raise CoachError(f"there is no record `{key[:60]}`", "`facecoach history` shows the ids")
        if len(found) > 1:
            raise CoachError(f"{len(found)} records go by `{key[:60]}`", f"write more of it, such as `{found[-1]}`")
        if found[0] in self.facts.gone:
            raise CoachError(f"`{found[0]}` was taken back already", "`facecoach history` shows what stands")
        return known[found[0]]

    def added(self, *records: Record) -> Book:
        """Return the book with more records in it."""
        known = [record for kind in self.merged.kinds.values() for record in kind.values()]
        return Book(merge([*known, *records], self.merged.rows.values()), self.moment, self.dose)


def opened(records: Sequence[Record], rows: Sequence[Row], moment: datetime, dose: Dose = lambda _: 1) -> Book:
    """Return the book of these records and rows as it stands at a moment."""
    return Book(merge(records, rows), moment, dose)
