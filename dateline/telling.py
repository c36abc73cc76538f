"""What the chronology found wrong, told to the authors: every file that takes part, with its line."""

from collections.abc import Mapping, Sequence

from dateline.chronology.ties import Contradiction, Cycle, Link, Problem, SelfRelation, Undated
from dateline.kernel.diagnostics import START, Diagnostic, Place, Related, Span, diagnostic
from dateline.model.documents import Event

_SAYS = {"after": "is after", "before": "is before", "during": "is during", "caused_by": "is caused by"}
_SAYS_BACK = {"after": "is before", "before": "is after", "during": "spans", "caused_by": "is the cause of"}


def tell(problems: Sequence[Problem], events: Mapping[str, Event], spans: Sequence[Span]) -> tuple[Diagnostic, ...]:
    """The diagnostics; `spans` says where each tie is written, by its index."""
    teller = _Teller(events, spans)
    return tuple(found for problem in problems for found in teller.tell(problem))


class _Teller:
    def __init__(self, events: Mapping[str, Event], spans: Sequence[Span]) -> None:
        self.events = events
        self.spans = spans

    def tell(self, problem: Problem) -> tuple[Diagnostic, ...]:
        match problem:
            case Cycle():
                message = f"{self._chain(problem.links)}: an event cannot come after itself"
                return (
                    self._chained("cycle", message, problem.links, (), "remove or turn round one of these relations"),
                )
            case Contradiction():
                return (self._contradiction(problem),)
            case Undated():
                return self._undated(problem.id)
            case SelfRelation():
                return ()  # told where the reference was looked up

    def _undated(self, name: str) -> tuple[Diagnostic, ...]:
        """Told only of events that wait for one another: where a date is missing or wrong, that was told already."""
        seen: dict[str, None] = {}
        at: str | None = name
        while at is not None and at not in seen:
            seen[at] = None
            at = self._dated_by(at)
        if at is None:
            return ()
        event = self.events[name]
        hint = "give one of them a `date`; `XXXX` says that it is not known"
        message = f"no date for {' or '.join(seen)}: each waits for another's"
        others = tuple(Related(Place(self.events[one].head.path), f"{one} has no date") for one in seen if one != name)
        return (diagnostic("missing-date", message, Place(event.head.path), hint, related=others),)

    def _dated_by(self, name: str) -> str | None:
        """The event from which a relation would give this one its date."""
        event = self.events[name]
        relations = () if event.date else (*event.after, *event.before)
        others = (one.event.written.rpartition("/")[2] for one in relations if one.by)
        return next((one for one in others if one in self.events), None)

    def _contradiction(self, problem: Contradiction) -> Diagnostic:
        dates = [f"{name} is dated {self._written(name, date.edtf)}" for name, date in problem.ends]
        chain = self._chain(problem.links)
        message = f"these cannot all be true: {chain}" + (f"; {' and '.join(dates)}" if dates else "")
        ends = tuple(name for name, _ in problem.ends)
        return self._chained(
            "contradiction", message, problem.links, ends, "mend one of the dates, or one of the relations"
        )

    def _written(self, name: str, edtf: str) -> str:
        return edtf if self.events[name].date else f"{edtf} by its relation"

    def _chain(self, links: Sequence[Link]) -> str:
        """`release is after drone-incursion, which is after …`, in one sentence as far as it holds together."""
        words, last = "", None
        for link in links:
            if last is None:
                words = link.subject
            elif last == link.subject:
                words += ", which"
            else:
                words += f", and {link.subject}"
            words += f" {self._says(link)} {link.other}"
            last = link.other
        return words

    def _says(self, link: Link) -> str:
        forward = link.tie.event == link.subject
        phrase = (_SAYS if forward else _SAYS_BACK)[link.tie.kind]
        by = self._by(link)
        return phrase.replace("is ", f"is {by} ", 1) if by else phrase

    def _by(self, link: Link) -> str:
        event = self.events[link.tie.event]
        span = self.spans[link.tie.index]
        relations = (*event.after, *event.before, *event.during, *event.caused_by)
        return next((one.by_written for one in relations if one.event.span == span), "")

    def _chained(self, code: str, message: str, links: Sequence[Link], dated: Sequence[str], hint: str) -> Diagnostic:
        places = [(self._place(link), self._link_words(link)) for link in links]
        for name in dated:
            event = self.events[name]
            if event.date:
                said = f"{name} is dated {event.date.date.edtf}"
                places.append((Place(event.head.path, event.date.span), said))
        first, rest = places[0][0], places[1:]
        return diagnostic(code, message, first, hint, related=tuple(Related(*one) for one in rest))

    def _place(self, link: Link) -> Place:
        event = self.events[link.tie.event]
        return Place(event.head.path, self.spans[link.tie.index] if self.spans else START)

    def _link_words(self, link: Link) -> str:
        tie = link.tie
        by = self._by(link)
        return f"{tie.event} {_SAYS[tie.kind]} {tie.other}" + (f" by {by}" if by else "")
