"""The program on the command line: which commands there are, and what a run's exit status is.

What only one command needs is imported when it runs, so that the others start at once.
"""

import os
import sys
from collections.abc import Sequence

import click

import dateline
from dateline.commands import options
from dateline.commands.options import Asked, taking
from dateline.commands.reporting import INTERRUPTED

_OWN_OPTIONS = frozenset({"--help", "-h", "--version"})


class Program(click.Group):
    """A group of commands in which `build` is meant where none is named, and options may stand before the command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Click's own way, with the command's name in front."""
        return super().parse_args(ctx, self._with_command_first(args))

    def _with_command_first(self, args: list[str]) -> list[str]:
        if args and (args[0] in _OWN_OPTIONS or not args[0].startswith("-")):
            return args
        valued = self._options_with_a_value()
        before = ""
        for place, word in enumerate(args):
            if word == "--":
                break
            if not word.startswith("-") and before not in valued:
                # after an option that nobody knows, a word may be its value: then that option is the mistake to tell
                known = all(one.partition("=")[0] in self._options() for one in args[:place] if one.startswith("-"))
                return [word, *args[:place], *args[place + 1 :]] if known else ["build", *args]
            before = word
        return ["build", *args]

    def _options(self) -> set[str]:
        ours = {name for command in self.commands.values() for one in command.params for name in one.opts}
        return ours | _OWN_OPTIONS

    def _options_with_a_value(self) -> set[str]:
        parameters = (parameter for command in self.commands.values() for parameter in command.params)
        return {
            name
            for parameter in parameters
            if isinstance(parameter, click.Option) and not parameter.is_flag
            for name in parameter.opts
        }


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(dateline.__version__, prog_name="dateline")
def program() -> None:
    """Build an annotated story timeline from Markdown files.

    Without a command: build.
    """


@program.command()
@taking(
    *(options.CONFIG, options.OUTPUT, options.BASE_URL, options.DRAFTS, options.AS_OF, options.STRICT, options.CLEAN),
    *(options.CACHE, options.VERIFY, options.PROFILE, options.JOBS, options.QUIET, options.VERBOSE, options.FORMAT),
)
def build(asked: Asked) -> int:
    """Build the site into site/."""
    from dateline.commands.build import build as run  # noqa: PLC0415 - the others start without it

    return run(asked)


@program.command()
@taking(
    *(options.CONFIG, options.LINKS, options.OUTPUT, options.BASE_URL, options.DRAFTS, options.AS_OF, options.STRICT),
    *(options.CLEAN, options.CACHE, options.JOBS, options.QUIET, options.VERBOSE, options.FORMAT),
)
def check(asked: Asked) -> int:
    """Show all that is wrong, writing nothing."""
    from dateline.commands.check import check as run  # noqa: PLC0415 - the others start without it

    return run(asked)


@program.command()
@taking(
    *(options.CONFIG, options.PORT, options.HOST, options.OPEN, options.DRAFTS, options.AS_OF, options.STRICT),
    *(options.QUIET, options.VERBOSE),
)
def serve(asked: Asked) -> int:
    """Show the site in a browser on this machine, and what you change as soon as you save it."""
    from dateline.commands.serve import serve as run  # noqa: PLC0415 - the others start without it

    return run(asked)


@program.command()
@taking(options.KIND, options.CONFIG)
def schema(asked: Asked) -> int:
    """Print the JSON Schema of a kind's front matter, or of config.yaml ("config"); without KIND of all."""
    from dateline.commands.schema import schema as run  # noqa: PLC0415 - the others start without it

    return run(asked)


@program.command()
@taking(options.CONFIG, options.OUTPUT, options.CACHE, options.QUIET, options.VERBOSE, options.FORMAT)
def clean(asked: Asked) -> int:
    """Remove site/ and the cache, and nothing else."""
    from dateline.commands.clean import clean as run  # noqa: PLC0415 - the others start without it

    return run(asked)


def run(arguments: Sequence[str]) -> int:
    """The exit status of a run. What the world does to us is told in a line; a traceback is a bug of ours."""
    try:
        status = program.main(list(arguments), prog_name=_name(), standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except UnicodeEncodeError as error:
        shown = error.object[error.start : error.end].encode("unicode_escape").decode()
        click.echo(f'Error: the locale cannot spell "{shown}": set LC_ALL to C.UTF-8', err=True)
        return 1
    except OSError as error:
        click.echo(f"Error: {': '.join(filter(None, (error.filename, error.strerror or str(error))))}", err=True)
        return 1
    return status if isinstance(status, int) else 0


def _name() -> str:
    """What the author typed to run us."""
    name = os.path.basename(sys.argv[0])  # noqa: PTH119 - a name, not a path
    return f"python {name}" if name.endswith(".py") else name


def main() -> None:
    """The installed command."""
    sys.exit(run(sys.argv[1:]))
