"""The commands that ask for records, each with its filters and the columns of its table."""

from argparse import Namespace

from attr import frozen

from korea_nato._cli.parsers import OK, Command, Commands, add, dataset_of, with_forms
from korea_nato._cli.rows import Row, print_records, print_rows
from korea_nato._load import diff
from korea_nato._model.forms import to_csv
from korea_nato.errors import NoSuchRecord

_NAMED = "an id, or a name in any language"
# What each filter takes, and the help on it; those in _ONCE are given once, the others as often as one likes.
_FILTERS = {
    "since": ("DATE", "from this day, month or year on"),
    "until": ("DATE", "up to this day, month or year"),
    "kind": ("WORD", "one of the kinds below"),
    "status": ("WORD", "one of the statuses below"),
    "topic": ("WORD", "one of the topics below"),
    "modality": ("WORD", "one of the modalities below"),
    "language": ("TAG", "the language of a source, such as en or ko"),
    "field": ("NAME", "a field of the record, such as adopted"),
    "text": ("WORDS", "what has these words, in any language"),
}
_ONCE = ("since", "until", "text", "about")
# What programs are told of each word of the closed lists.
_HEADINGS = ("list", "word", "meaning", "meaning_ko")
_EVENTS = "since until kind status area person organisation place programme topic text"


@frozen
class Question:
    """A question to the records: what it answers, its filters, its columns, an example, and its closed lists.

    A filter in capitals is an argument. The columns after the bar are left out where there is no room.
    """

    help: str
    filters: str
    columns: str
    example: str
    lists: tuple[tuple[str, str], ...] = ()


QUESTIONS = {
    "areas": Question(
        "the areas of a programme",
        "programme",
        "number name name_ko | n_sources n_publishers",
        "--programme ipcp-first",
    ),
    "events": Question(
        "what happened, in order",
        _EVENTS,
        "date id title | kind place n_sources",
        "--since 2023-07 --kind meeting --place Vilnius",
        (("kind", "event-kinds"), ("status", "event-statuses"), ("topic", "topics")),
    ),
    "programmes": Question(
        "the programmes, the oldest first", "partner", "adopted id name | name_ko n_sources", "--partner Japan"
    ),
    "statements": Question(
        "what was said, by whom, when, with a link",
        "since until speaker area event topic text",
        "date id gist | speakers n_sources link",
        "--speaker jens-stoltenberg --topic north-korea",
        (("topic", "topics"),),
    ),
    "commitments": Question(
        "what was promised", "programme area event", "due id title | by n_sources", "--area cyber-defence"
    ),
    "people": Question("the persons", "", "id name name_ko", "--lang ko"),
    "organisations": Question("the organisations", "", "id name name_ko", "--csv"),
    "places": Question("the places", "", "id name name_ko | kind within", "--json"),
    "publishers": Question("who published the sources", "", "id name | kind country n_sources", "--lang ko"),
    "sources": Question(
        "the documents that were read",
        "since until kind publisher language country",
        "published id title | publisher language",
        "--language ja --since 2023",
        (("kind", "source-kinds"),),
    ),
    "claims": Question(
        "what sources say of a record",
        "ABOUT field source publisher modality since until",
        "source says wording | field agrees published about link",
        "itpp --field adopted",
        (("modality", "modalities"),),
    ),
    "conflicts": Question(
        "where sources disagree, and why", "about", "about field value differing why |", "--about itpp"
    ),
}


def add_questions(commands: Commands) -> None:
    """Add a command for each question, and those that look through everything."""
    for name in QUESTIONS:
        _add(commands, name)
    found = add(commands, "search", "everything that has some words, in any language", _search, "search 사이버 방위")
    found.add_argument("words", nargs="+", metavar="WORDS")
    with_forms(found)
    lists = add(commands, "vocabulary", "the closed lists, or the words of one", _vocabulary, "vocabulary event-kinds")
    lists.add_argument("list", nargs="?", metavar="LIST")
    with_forms(lists)
    changed = add(commands, "diff", "what changed from one folder of data to another", _diff, "diff old-data new-data")
    changed.add_argument("old", metavar="OLD")
    changed.add_argument("new", metavar="NEW", nargs="?", help="the bundled record, where none is given")
    with_forms(changed)


def _add(commands: Commands, name: str) -> None:
    question = QUESTIONS[name]
    command = add(commands, name, question.help, lambda asked: _answer(name, asked), f"{name} {question.example}")
    command.lists = {f"--{filter_}": words for filter_, words in question.lists}
    for filter_ in question.filters.split():
        _add_filter(command, filter_)
    with_forms(command)


def _add_filter(command: Command, name: str) -> None:
    if name.isupper():
        command.add_argument(name.lower(), nargs="?", metavar="ID", help=_NAMED)
    else:
        metavar, told = _FILTERS.get(name, ("ID", _NAMED))
        action = "store" if name in _ONCE else "append"
        command.add_argument(f"--{name}", metavar=metavar, help=told, action=action)


def _answer(name: str, asked: Namespace) -> int:
    given: dict[str, object] = {filter_: getattr(asked, filter_) for filter_ in QUESTIONS[name].filters.lower().split()}
    dataset = dataset_of(asked)
    if name == "areas" and given["programme"] is None and dataset.index.latest_programme:
        given["programme"] = dataset.index.latest_programme.id
    print_records(getattr(dataset, name)(**given), QUESTIONS[name].columns, asked, dataset, name)
    return OK


def _search(asked: Namespace) -> int:
    dataset = dataset_of(asked)
    print_records(dataset.search(" ".join(asked.words)), "kind id title", asked, dataset, "records")
    return OK


def _diff(asked: Namespace) -> int:
    dataset = dataset_of(asked)
    print_records(diff(asked.old, asked.new or dataset), "change of about field old new", asked, dataset, "differences")
    return OK


def _vocabulary(asked: Namespace) -> int:
    dataset = dataset_of(asked)
    lists = dataset.vocabulary()
    if asked.list is not None and asked.list not in lists:
        raise NoSuchRecord("list", asked.list, lists)
    rows: list[Row] = [
        dict(zip(_HEADINGS, (name, word, str(meaning), meaning.get("ko")), strict=True))
        for name, words in lists.items()
        if asked.list in (None, name)
        for word, meaning in words.items()
    ]
    print_rows(rows, lambda: to_csv(_HEADINGS, rows), "list word meaning", asked, dataset, "words")
    return OK
