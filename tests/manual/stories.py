"""Five small stories in other languages, zones and times: the sites on which whole-site promises are tried."""

from tests.manual.pictures import PNG_3_BY_2

Files = dict[str, str | bytes]


def _config(title: str, language: str, zone: str, more: str = "") -> str:
    head = f"title: {title}\nbase_url: https://stories.example/{language}/\nlanguage: {language}\ntimezone: {zone}\n"
    return head + more


LITHUANIAN: Files = {
    "index.md": "Trumpai apie [[kelias|grandinę]] ir [[Ona Petraitė|Oną]].\n",
    "articles/grandine.md": """\
---
title: Žmonių grandinė
published: 1989-08-24T08:00
updated: 1989-08-25
authors: [people/ona, Jonas Jonaitis]
publisher: Respublika
url: https://respublika.example/kelias
tags: [grandinė, laisvė]
threads: sajudis
events: [kelias, paktas]
image: {src: kelias.png, alt: Žmonės, caption: Prie Vilniaus, credit: Ona}
slug: zmoniu-grandine
aliases: [senas/kelias, /1989/kelias.html]
---
Rugpjūčio 23 d. [[kelias|žmonės]] susikibo *rankomis* nuo [[Vilnius|Vilniaus]] iki Talino. Jų buvo apie
du milijonai.[^skaicius]

## Skaičiai ir vietos

| Miestas | Žmonės |
|---|---|
| [[vilnius\\|Vilnius]] | šimtai |
| Ryga | tūkstančiai |

> [!note] Pastaba skaitytojui
> Grandinė buvo [ilga](../events/kelias.md#kaip-buvo).

> „Mes esame laisvi – visi…“

![Kelias prie Vilniaus](/media/kelias.png "Nuotrauka iš kelio")

::: post author="Ona" handle="@ona" platform="X" date="1989-08-23" url="https://x.example/1"
Stoviu kelyje.
:::

[^skaicius]: Skaičiai skiriasi, žr. [[metodas#Kaip skaičiuojame]].
""",
    "articles/tuscias.md": "---\ntitle: Tuščias\npublished: 1990-03-12\n---\n",
    "events/kelias.md": """\
---
title: Baltijos kelias
date: 1989-08-23T19:00
as_said: septintą vakaro
people: [ona]
organisations: sajudis
places: vilnius
threads: [sajudis]
tags: grandinė
caused_by: paktas
importance: 3
sources:
  - {article: grandine, quote: žmonės susikibo rankomis}
  - {url: 'https://kitur.example/', title: Kitur}
accounts:
  - {says: Du milijonai, sources: [grandine], status: reported}
  - {says: Vienas milijonas, status: disputed}
---
## Kaip buvo

Žmonės stovėjo greta, o [[paktas]] buvo prisimintas.
""",
    "events/paktas.md": "---\ntitle: Paktas\ndate: 1939-08-23\nthreads: maskva\nstatus: confirmed\n---\nPasirašė.\n",
    "events/po.md": "---\ntitle: Diena po to\nafter: {event: kelias, by: P1D}\n---\nTyla.\n",
    "events/pries.md": "---\ntitle: Kažkada prieš\ndate: 1989\nbefore: kelias\nstatus: reported\n---\n",
    "annotations/1989/kiek.md": """\
---
target: grandine
type: fact-check
quote: apie du milijonai. Skaičiai
verdict: {claim: Buvo du milijonai, rating: mixed}
---
Kiek? Žr. [[po]].
""",
    "annotations/1989/zodis.md": """\
---
target: grandine
quote: '"Mes esame laisvi - visi..."'
prefix: 'ilga. '
type: zodziai
authors: people/ona
date: 1989-09-01
tags: [laisvė]
---
Taip ir [pasakė](../../events/kelias.md).
""",
    "annotations/lentele.md": "---\ntarget: grandine\nquote: Vilnius šimtai Ryga\nevents: kelias\n---\nLangeliai\n",
    "annotations/atsakymas.md": "---\ntarget: zodis\nquote: ir pasakė\ntype: question\n---\nTikrai?\n",
    "annotations/visas.md": "---\ntarget: events/kelias\ntype: correction\ndate: 1990\n---\nVisam.\n",
    "annotations/dingo.md": "---\ntarget: grandine\nquote: traukiniai tą vakarą nevažiavo pro šalį\n---\nDingo.\n",
    "people/ona.md": "---\nname: Ona Petraitė\nalso_known_as: [Onutė]\nrole: liudytoja\nwikidata: Q42\n---\nLiudijo.\n",
    "organisations/sajudis.md": "---\nname: Sąjūdis\nsame_as: https://sajudis.example/\n---\n",
    "places/vilnius.md": "---\nname: Vilnius\nlatitude: 54.6872\nlongitude: 25.2797\n---\nMiestas.\n",
    "pages/metodas.md": "---\ntitle: Metodas\nnav: true\n---\n## Kaip skaičiuojame\n\nAtsargiai.\n",
    "media/kelias.png": PNG_3_BY_2,
}

POLISH: Files = {
    "articles/gazeta.md": """\
---
title: "Gazeta: „Ustawa & <porządek>”"
published: 1791-05-07
tags: [sejm]
---
Uchwalono ją w dniu trzeciego maja, a „król” zaprzysiągł.

- Stanisław
- [[kollataj|Hugo]]
""",
    "events/konstytucja.md": """\
---
title: Konstytucja 3 maja
date: 1791-05-03
threads: [sejm]
during: sejm
people: kollataj
sources: [{article: gazeta, quote: 'trzeciego maja, a "król"'}]
---
""",
    "events/sejm.md": "---\ntitle: Sejm Wielki\ndate: 1788-10-06/1792-05-29\n---\n",
    "events/wojna.md": "---\ntitle: Wojna\ndate: 1792-05~/1792-07\nafter: konstytucja\ncaused_by: [konstytucja]\n---\n",
    "events/plan.md": "---\ntitle: Plan\nbefore: {event: konstytucja, by: P2M}\nstatus: planned\n---\n",
    "annotations/krol.md": "---\ntarget: gazeta\nquote: „król” zaprzysiągł\n---\nStanisław [[sejm|na sejmie]].\n",
    "annotations/krol2.md": "---\ntarget: gazeta\nquote: a „król”\n---\nKról.\n",
    "people/kollataj.md": "---\nname: Hugo Kołłątaj\n---\n",
}

BELARUSIAN: Files = {
    "articles/psaltyr.md": "---\ntitle: Псалтыр\npublished: 1517-08-06\n---\n«Людзі маюць **вялікую** ласку».\n",
    "events/друк.md": "---\ntitle: Першы друк\ndate: 1517-08-06\nplaces: [прага]\nsources: psaltyr\n---\nУ Празе.\n",
    "events/паходжанне.md": "---\ntitle: Паходжанне\ndate: 148X\nbefore: друк\n---\n",
    "annotations/ласка.md": "---\ntarget: psaltyr\nquote: '\"Людзі маюць вялікую'\n---\nЛаска, гл. [[друк]].\n",
    "places/прага.md": "---\nname: Прага\n---\n",
}

AMERICAN: Files = {
    "articles/blackout.md": """\
---
title: The lights go out
published: 2003-08-14T18:00
tags: [power]
---
At ten past four in the afternoon the lights went out. At ten past nine they came back on.
""",
    "events/out.md": """\
---
title: The lights go out
date: 2003-08-14T16:10
threads: power
tags: [power, night]
sources: [{article: blackout, quote: the lights went out}]
revisions:
  - {known: 2003-08-14, title: A fire in Manhattan, status: reported}
known: 2003-11-19
---
""",
    "events/clock.md": "---\ntitle: An hour twice\ndate: 2003-10-26\nafter: out\n---\n",
    "events/back.md": "---\ntitle: The lights come back\nafter: {event: out, by: PT5H}\ncaused_by: out\n---\n",
    "annotations/when.md": "---\ntarget: articles/blackout\nquote: ten past four in the afternoon the\n---\nWhen.\n",
    "annotations/which.md": "---\ntarget: blackout\nquote: the lights went out. At\nprefix: 'noon '\n---\nWhich.\n",
    "annotations/fix.md": "---\ntarget: out\ntype: correction\n---\nNo fire.\n",
}

DEEP: Files = {
    "articles/stones.md": "---\ntitle: Of stones\npublished: 2023-08-24T00:07+05:30\n---\nStones, `code`, and ash.\n",
    "events/traps.md": "---\ntitle: The traps\ndate: Y-66000000\nsources: stones\n---\n",
    "events/flood.md": "---\ntitle: A flood\ndate: Y-17000~\nafter: traps\n---\n",
    "events/caesar.md": "---\ntitle: The Ides\ndate: '-0043-03-15'\n---\n",
    "events/zero.md": "---\ntitle: Year nought\ndate: '0000'\nsources: {article: stones, quote: 'code, and'}\n---\n",
    "events/landing.md": "---\ntitle: A landing\ndate: 2023-08-23T18:04\n---\n",
    "events/season.md": "---\ntitle: A season\ndate: 2023-24\n---\n",
    "events/later.md": "---\ntitle: A return\ndate: Y17000\n---\n",
    "events/never.md": "---\ntitle: Undated\ndate: XXXX\n---\n",
    "events/set.md": "---\ntitle: One of two\ndate: [2023-08-30, 2023-09-02]\n---\n",
    "events/open.md": "---\ntitle: Still going on\ndate: 2023-09-02/..\n---\n",
    "annotations/on.md": "---\ntarget: stones\nquote: 'Stones, code, and'\n---\nOn.\n",
}

_LANES = "threads:\n  sajudis: {title: Sąjūdis, summary: Žmonės.}\n  maskva: {title: Maskva}\n"
_SORTS = "annotation_types:\n  zodziai: {label: Žodžiai, motivation: describing}\n"
STORIES: dict[str, tuple[Files, str]] = {
    "lithuanian": (LITHUANIAN, _config("Baltijos kelias", "lt", "Europe/Vilnius", _LANES + _SORTS)),
    "polish": (POLISH, _config("Trzeci maja", "pl", "Europe/Warsaw", "threads: {sejm: {title: Sejm & <prawo>}}\n")),
    "belarusian": (BELARUSIAN, _config("Друк", "be", "Europe/Minsk")),
    "american": (AMERICAN, _config("Blackout", "en", "America/New_York", "threads:\n  power: {title: Power}\n")),
    "deep": (DEEP, _config("Deep time", "en", "Asia/Kolkata").replace("/en/", "/")),
}
"""The files and the `config.yaml` of each, by name."""
