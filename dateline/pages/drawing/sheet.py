"""What is drawn, row by row: lanes, bars, the lines between them, and what the key explains."""

from collections.abc import Mapping, Sequence
from zlib import crc32

from dateline.dates.words import words as date_words
from dateline.model.names import Key
from dateline.pages.drawing.arrows import Stand, arrow, tie
from dateline.pages.drawing.axis import Axis
from dateline.pages.drawing.choosing import Request, is_undated
from dateline.pages.drawing.drawn import Arrow, Band, Bar, Drawing, Tie
from dateline.pages.drawing.labels import ABOVE
from dateline.pages.drawing.lanes import ROW, hue, rows
from dateline.pages.drawing.placed import TURNING_POINT, Placed
from dateline.pages.pieces import leads
from dateline.story import Story

GAP_ROW, ERA_ROW, TICK_ROW = 17, 17, 19
"""The heights of the rows of the axis, in CSS pixels."""
TITLE = 22
"""The height of a lane's title."""
PAD = 6
"""The room below the rows of a lane."""
BAR, BAR_BELOW = 12, 8
"""The height of a bar, and of one with its label above."""
BELOW = 5
"""By how much the bar stands lower then."""
BASELINE = 4
"""From the middle of a row down to the line that letters stand on."""


class Sheet:
    """What is drawn gets its rows."""

    def __init__(self, request: Request, drawn: Sequence[Placed], axis: Axis) -> None:
        self.request = request
        self.drawn = [one for one in drawn if not one.background]
        self.behind = [one for one in drawn if one.background]
        self.axis = axis
        self.top = (GAP_ROW if axis.gaps else 0) + (ERA_ROW if axis.eras else 0) + TICK_ROW

    def drawing(self, left_out: int) -> Drawing:
        """The drawing itself."""
        request = self.request
        behind_rows = rows([(one.place.left, one.place.right) for one in self.behind])
        start = self.top + PAD + (max(behind_rows, default=-1) + 1) * ROW
        bands, middles, height = self._laid(start)
        bars = tuple(self._bar(one, middles[one.key]) for one in self.drawn)
        behind = tuple(
            self._bar(one, self.top + PAD + row * ROW + ROW // 2)
            for one, row in zip(self.behind, behind_rows, strict=True)
        )
        stands = {one.key: self._stand(one, middles[one.key]) for one in self.drawn}
        arrows, ties = _arrows(request.story, stands), _ties(request.story, stands)
        undated = tuple(key for key in request.keys if is_undated(request.story.chronology.bounds[key.id]))
        signs = self._signs(arrows, ties)
        fades, heads = _definitions((*bars, *behind), arrows, signs)
        return Drawing(
            name=_name(request),
            bars=bars,
            backgrounds=behind,
            arrows=arrows,
            ties=ties,
            bands=bands,
            ticks=self.axis.ticks,
            eras=self.axis.eras,
            gaps=self.axis.gaps,
            top=self.top,
            height=height,
            signs=signs,
            fades=fades,
            heads=heads,
            undated=leads(request.story, undated, request.root),
            left_out=left_out,
            small=request.small,
        )

    def _laid(self, start: int) -> tuple[tuple[Band, ...], dict[Key, int], int]:
        """The lanes, the middle of each event's row, and the height of it all."""
        threads = () if self.request.small else self.request.story.settings.threads
        titles = [thread.title for thread in threads] + [self.request.words("threads.none")]
        lanes: dict[int, list[Placed]] = {}
        for one in self.drawn:
            lanes.setdefault(one.lane if threads else 0, []).append(one)
        bands, middles, y = [], {}, start
        for lane in sorted(lanes):
            own = rows([(one.place.left, one.place.right) for one in lanes[lane]])
            title = TITLE if threads else 0
            for one, row in zip(lanes[lane], own, strict=True):
                middles[one.key] = y + title + row * ROW + ROW // 2
            height = title + (max(own) + 1) * ROW + PAD
            if threads:
                bands.append(Band(titles[lane], self._hue(lane), y, height))
            y += height
        return tuple(bands), middles, y

    def _hue(self, lane: int) -> int:
        return hue(lane, len(self.request.story.settings.threads))

    def _classes(self, one: Placed) -> str:
        names = [f"bar-group hue{self._hue(one.lane)}"]
        names += ["q"] if one.date.uncertain else []
        names += ["h"] if one.event.status != "confirmed" else []
        names += ["i3"] if one.event.importance >= TURNING_POINT else []
        names += ["here"] if one.key == self.request.here else []
        return " ".join((*names, *filter(None, [self.request.facets.get(one.key, "")])))

    def _bar(self, one: Placed, middle: int) -> Bar:
        story, where = self.request.story, one.place
        said = date_words(one.date, story.settings.language, story.settings.timezone)
        title = f"{one.event.head.title or one.key.id}, {said}"
        if one.event.as_said:
            title += "; " + self.request.words("as-said", words=one.event.as_said)
        status = "" if one.event.status == "confirmed" else one.event.status
        above = where.above and not one.background
        return Bar(
            id=one.key.id,
            href=leads(story, (one.key,), self.request.root)[0].href,
            title=title,
            classes=self._classes(one),
            shapes=one.sign.shapes,
            y=middle + (BELOW if above else 0),
            height=BAR_BELOW if above else BAR,
            label=one.label,
            label_x=where.x,
            label_dx=where.dx,
            label_y=middle + BASELINE - ABOVE if above else middle + BASELINE,
            label_end=where.end,
            status=status,
            status_dx=where.status_dx,
            here=one.key == self.request.here,
        )

    def _stand(self, one: Placed, middle: int) -> Stand:
        where = one.place
        y = middle + (BELOW if where.above else 0)
        kinds = {shape.kind for shape in one.sign.shapes}
        facets = self.request.facets.get(one.key, "")
        return Stand(
            one.sign.first,
            one.sign.last,
            y,
            bool(kinds & {"dot", "tick"}),
            where.end and not where.above,
            where.above,
            facets,
        )

    def _signs(self, arrows: Sequence[Arrow], ties: Sequence[Tie]) -> tuple[str, ...]:
        """What the key explains: whatever occurs; in a small drawing only what does not explain itself."""
        found = {one.sign.name for one in self.drawn}
        found |= {one.event.status for one in (*self.drawn, *self.behind)}
        found |= {"uncertain"} if any(one.date.uncertain for one in self.drawn) else set()
        found |= {"background"} if self.behind else set()
        found |= {"cause"} if arrows else set()
        found |= {"tie"} if ties else set()
        found |= {"break"} if self.axis.gaps else set()
        plain = {"point", "span", "confirmed"} if self.request.small else {"confirmed"}
        return tuple(name for name in SIGNS if name in found - plain)


def _arrows(story: Story, stands: Mapping[Key, Stand]) -> tuple[Arrow, ...]:
    """From each cause to what it led to, as far as both are drawn."""
    return tuple(
        arrow(stands[cause], stands[effect], number)
        for cause in stands
        for number, effect in enumerate(story.led_to.get(cause, ()))
        if effect in stands
    )


def _ties(story: Story, stands: Mapping[Key, Stand]) -> tuple[Tie, ...]:
    """Between events that are neighbours in the timeline, the order of which is not known."""
    found = []
    for key, stand in stands.items():
        beside = story.neighbours[key]
        before = stands.get(beside.before) if beside.before and beside.unordered else None
        made = tie(before, stand) if before else None
        found += [made] if made else []
    return tuple(found)


def _definitions(
    bars: Sequence[Bar], arrows: Sequence[Arrow], signs: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fades and the arrowheads that occur, in the drawing or in its key."""
    shapes = [shape for bar in bars for shape in bar.shapes]
    fades = {shape.fade for shape in shapes if shape.kind in {"bar", "frame"}}
    fades |= {fade for sign in signs for fade in _FADES.get(sign, ())}
    heads = {shape.kind for shape in shapes if shape.kind in {"on", "back"}} | {one.head for one in arrows}
    heads |= {head for sign, head in (("open", "on"), ("cause", "r")) if sign in signs}
    return tuple(sorted(fades - {""})), tuple(sorted(heads))


_FADES = {"soft": ("soft",), "about": ("about",), "open": ("out",), "ends": ("in", "out")}


def _name(request: Request) -> str:
    """A name that two drawings on one page do not share: of what they show."""
    shown = [str(key) for key in request.keys] + ["small" if request.small else "", str(request.first)]
    return f"s-{crc32(' '.join(shown).encode()):x}"


SIGNS = ("point", "soft", "span", "ends", "frame", "days", "all", "about", "uncertain", "open", "background",
         "reported", "disputed", "denied", "planned", "cause", "tie", "break")  # fmt: skip
"""Everything that a key may explain, in its order."""
