"""`Votes`: which of two models answered a question better. Kept as figures, also when the chat is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias
from uuid import uuid4

from core.conversations.message_rows import milliseconds
from core.errors import MessageMissing

if TYPE_CHECKING:
    from core.clock import Clock
    from core.vault.database import Connection
    from core.vault.readers import Readers
    from core.vault.writer import Writer

Choice: TypeAlias = Literal["first", "second", "both_good", "both_bad"]

# As the column `tie` keeps it; then `winner` and `loser` are merely the first and the second model.
_TIES: dict[Choice, int] = {"both_good": 1, "both_bad": 2}


@dataclass(frozen=True, slots=True)
class Vote:
    """One choice between two answers to `question_id`; `first` and `second` are models' names."""

    question_id: str
    first: str
    second: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class PairTally:
    """How often which of two models was better, in votes. `first` comes before `second` in the alphabet."""

    first: str
    second: str
    first_wins: int
    second_wins: int
    both_good: int
    both_bad: int

    @property
    def votes(self) -> int:
        """All votes about this pair."""
        return self.first_wins + self.second_wins + self.both_good + self.both_bad

    @property
    def first_rate(self) -> float:
        """The first model's share of the votes, from 0 to 1; a tie counts half for each."""
        return (self.first_wins + (self.both_good + self.both_bad) / 2) / self.votes


class Votes:
    """Votes of one profile: at most one a question, the latest."""

    def __init__(self, writer: Writer, readers: Readers, *, clock: Clock) -> None:
        self._writer = writer
        self._readers = readers
        self._clock = clock

    async def vote(self, vote: Vote) -> None:
        """Keep it in place of an earlier one about the same question.

        MessageMissing unless the question stands in this profile: of a private chat nothing is kept, no vote either.
        """
        tie = _TIES.get(vote.choice, 0)
        second_won = vote.choice == "second"
        winner, loser = (vote.second, vote.first) if second_won else (vote.first, vote.second)
        now_ms = milliseconds(self._clock.now())

        def job(connection: Connection) -> None:
            known = connection.execute(
                "SELECT 1 FROM message WHERE message_id = ? AND role = 'user'", (vote.question_id,)
            ).fetchone()
            if known is None:
                raise MessageMissing(vote.question_id)
            connection.execute(
                "INSERT INTO model_vote (vote_id, question_id, winner, loser, tie, created_at)"
                " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (question_id) WHERE question_id IS NOT NULL"
                " DO UPDATE SET winner = excluded.winner, loser = excluded.loser, tie = excluded.tie,"
                " created_at = excluded.created_at",
                (uuid4().hex, vote.question_id, winner, loser, tie, now_ms),
            )

        await self._writer.run(job)

    async def withdraw(self, question_id: str) -> None:
        """Forget the vote about this question, if there is one."""

        def job(connection: Connection) -> None:
            connection.execute("DELETE FROM model_vote WHERE question_id = ?", (question_id,))

        await self._writer.run(job)

    async def of(self, question_id: str, *, first: str, second: str) -> Choice | None:
        """What was voted about this question between these two models, seen with `first` as the first one."""
        row = await self._readers.run(
            lambda c: c.execute(
                "SELECT winner, loser, tie FROM model_vote WHERE question_id = ?", (question_id,)
            ).fetchone()
        )
        if row is None or {row[0], row[1]} != {first, second}:
            return None
        if row[2]:
            return next(choice for choice, number in _TIES.items() if number == row[2])
        return "first" if row[0] == first else "second"

    async def last_pair(self) -> tuple[str, str] | None:
        """The two models of the latest vote."""
        row = await self._readers.run(
            lambda c: c.execute("SELECT winner, loser FROM model_vote ORDER BY created_at DESC LIMIT 1").fetchone()
        )
        return None if row is None else (str(row[0]), str(row[1]))

    async def tally(self) -> list[PairTally]:
        """All pairs that were voted about, those with most votes first."""
        rows = await self._readers.run(
            lambda c: c.execute(
                "SELECT winner, loser, tie, count(*) FROM model_vote GROUP BY winner, loser, tie"
            ).fetchall()
        )
        return _tallied(rows)


def _tallied(rows: Sequence[tuple[str, str, int, int]]) -> list[PairTally]:
    counts: dict[tuple[str, str], list[int]] = {}
    for winner, loser, tie, count in rows:
        first, second = sorted((winner, loser))
        which = 1 + tie if tie else int(winner != first)
        counts.setdefault((first, second), [0, 0, 0, 0])[which] += count
    pairs = [PairTally(first, second, *found) for (first, second), found in counts.items()]
    return sorted(pairs, key=lambda pair: (-pair.votes, pair.first, pair.second))
