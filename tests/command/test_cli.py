import importlib
import json
import os
import runpy
import signal
import subprocess
import sys
import time
from hashlib import sha256
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from unicodedata import normalize

import pytest
from rich.cells import cell_len

import korea_nato
from folders import bytes_of, memory, tiny, write
from korea_nato import ITPP, __main__
from korea_nato._cli import command as _cli
from korea_nato._cli import editors, parsers, progress
from korea_nato._cli.command import main
from korea_nato._cli.questions import QUESTIONS
from korea_nato._load import whole
from korea_nato.errors import BadData, DataError

TINY = whole(memory(tiny()))
COUNTED = f"3 sources, {len(TINY.claims())} claims, 0 of {TINY.coverage().n_facts} facts rest on inference alone"


def run(capsys, *words):
    """Run the command in this process; return its status, what it printed, and what it complained of."""
    status = main(words)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def python(*words, **more):
    """Run the package in a process of its own."""
    return subprocess.run([sys.executable, "-m", "korea_nato", *words], capture_output=True, encoding="utf-8", **more)


def test_the_main_job_prints_the_eleven_areas(capsys):
    """``korea-nato areas`` shows number, English and Korean name of each area, and how many name it."""
    status, out, err = run(capsys, "areas")

    assert (0, "") == (status, err)
    for area in korea_nato.ITPP.areas:
        [line] = [line for line in out.splitlines() if line.startswith(f"{area.number} ")]

        assert str(area.number) in line.split()
        assert all(name in line for name in area.name.values())


@pytest.mark.parametrize("question", sorted(set(QUESTIONS) - {"claims"}))
def test_programs_read_json(capsys, question):
    """``--json`` prints all rows, with every column, as JSON."""
    status, out, _ = run(capsys, question, "--json")
    filters = {"programme": "itpp"} if question == "areas" else {}
    rows = getattr(korea_nato, question)(**filters).rows()

    assert 0 == status
    assert [row["id"] for row in rows] == [row["id"] for row in json.loads(out)]
    assert [list(row) for row in rows] == [list(row) for row in json.loads(out)]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (["--since", "2023-07-11", "--until", "2023-07-11"], {"since": "2023-07-11", "until": "2023-07-11"}),
        (["--kind", "adoption"], {"kind": "adoption"}),
        (["--place", "lithuania", "--programme", "itpp"], {"place": "lithuania", "programme": "itpp"}),
        (["--text", "vilnius"], {"text": "vilnius"}),
    ],
    ids=str,
)
def test_filters_of_the_command_are_those_of_the_function(capsys, words, asked):
    """What is given on the command line narrows as in Python."""
    _, out, _ = run(capsys, "events", *words, "--json")

    assert list(korea_nato.events(**asked).ids) == [row["id"] for row in json.loads(out)]


@pytest.mark.parametrize("question", sorted(set(QUESTIONS) - {"claims"}))
def test_every_question_is_a_table(capsys, question):
    """Each question prints one line or more for each record, under its own headings."""
    status, out, err = run(capsys, question)

    assert (0, "") == (status, err)
    assert QUESTIONS[question].columns.replace("|", "").split() == out.splitlines()[0].split()


def test_areas_of_another_programme(capsys):
    """``--programme`` asks for the areas of another programme."""
    _, out, _ = run(capsys, "areas", "--programme", "ipcp-first", "--json")

    assert list(korea_nato.IPCP.areas.ids) == [row["id"] for row in json.loads(out)]


def test_claims_of_a_record_are_a_table(capsys):
    """``claims ID`` prints what sources say of a record, the words among them."""
    status, out, _ = run(capsys, "claims", "itpp", "--field", "area_count")

    assert 0 == status
    for claim in korea_nato.claims(about="itpp", field="area_count"):
        assert claim.source.id in out


def test_show_prints_a_card(capsys):
    """``show ID`` prints what ``show`` returns."""
    assert (0, f"{korea_nato.show('itpp')}\n", "") == run(capsys, "show", "itpp")


def test_coverage_is_told(capsys):
    """``coverage`` prints what was read."""
    assert (0, f"{korea_nato.coverage()}\n", "") == run(capsys, "coverage")


@pytest.mark.parametrize("words", [[], ["--form", "bibtex"], ["--form", "csl"]], ids=str)
def test_cite_prints_what_cite_returns(capsys, words):
    """``cite`` prints how to cite the record, ``cite ID`` a source."""
    form = words[-1] if words else "text"
    source = korea_nato.sources()[0].id

    assert (0, f"{korea_nato.cite(form=form)}\n", "") == run(capsys, "cite", *words)
    assert (0, f"{korea_nato.cite(source, form)}\n", "") == run(capsys, "cite", source, *words)


def test_mentions_marks_the_areas_of_a_text(capsys, tmp_path):
    """``mentions FILE`` prints the text with its areas, ``--json`` where each stands."""
    write(tmp_path, {"a.txt": b"NATO and Korea spoke of cyber defence."})
    status, out, _ = run(capsys, "mentions", str(tmp_path / "a.txt"))
    _, rows, _ = run(capsys, "mentions", str(tmp_path / "a.txt"), "--json")

    assert 0 == status
    assert "cyber-defence" in out
    assert any("cyber-defence" in str(row) for row in json.loads(rows))


def test_mentions_reads_standard_input():
    """``mentions -`` reads what is piped into it."""
    done = python("mentions", "-", input="NATO and Korea spoke of cyber defence.")

    assert (0, "") == (done.returncode, done.stderr)
    assert "cyber-defence" in done.stdout


def test_mentions_refuses_what_is_no_text(capsys, tmp_path):
    """A file in another encoding, or none, is told in one sentence."""
    write(tmp_path, {"a.txt": b"\xff"})
    path = str(tmp_path / "a.txt")

    assert (2, "", f"korea-nato: {path!r} is not a text in UTF-8\n") == run(capsys, "mentions", path)
    status, _, complaint = run(capsys, "mentions", path + "x")
    assert 2 == status
    assert complaint.startswith(f"korea-nato: {path + 'x'!r} cannot be read (")


def test_export_names_what_it_wrote(capsys, tmp_path):
    """``export FORMAT PATH`` writes, and does not write over what is there unless told."""
    words = ["export", "json", str(tmp_path / "out.json")]
    first, again, forced = (run(capsys, *words, *more) for more in ([], [], ["--force"]))

    assert 0 == first[0] == forced[0]
    assert first[1] == forced[1]
    assert first[1].startswith("wrote ")
    assert (2, "") == again[:2]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["show", "ittp"], "korea-nato: no record 'ittp' (did you mean 'itpp'?)\n"),
        (["claims", "ittp"], "korea-nato: no record 'ittp' (did you mean 'itpp'?)\n"),
        (["events", "--since", "soon"], "korea-nato: since: 'soon' is not YYYY, YYYY-MM or YYYY-MM-DD\n"),
        (["events", "--since", "2023", "--until", "2022"], "korea-nato: until ('2022') is before since ('2023')\n"),
        (["verify", "nowhere"], "korea-nato: 'nowhere' is not a folder\n"),
    ],
    ids=str,
)
def test_a_wrong_call_is_one_sentence_and_status_two(capsys, words, sentence):
    """What cannot be asked is told in one sentence, without a traceback."""
    assert (2, "", sentence) == run(capsys, *words)


@pytest.mark.parametrize("words", [["no-such-command"], ["events", "--colour", "red"], ["show"]], ids=str)
def test_a_call_that_is_none_is_status_two(capsys, words):
    """Unknown commands and options are refused by the parser."""
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert 2 == caught.value.code
    assert capsys.readouterr().err.startswith("usage: korea-nato")


@pytest.mark.parametrize("words", [["--data", "data", "check"], ["--lang", "ko", "areas"], ["--json", "events"]])
def test_options_before_the_command_are_told_their_place(capsys, words):
    """What stands before the command is not taken for one, but named with the place where it belongs."""
    sentence = f"korea-nato: {words[0]} comes after the command, as in 'korea-nato events {words[0]} ...'\n"

    assert (2, "", sentence) == run(capsys, *words)


@pytest.mark.parametrize(
    ("word", "text"), [("--version", f"korea-nato {korea_nato.__version__}"), ("--help", "usage: korea-nato")]
)
def test_version_and_help_are_status_nought(capsys, word, text):
    """``--version`` and ``--help`` print and end well."""
    with pytest.raises(SystemExit) as caught:
        main([word])
    assert 0 == caught.value.code
    assert capsys.readouterr().out.startswith(text)


def test_check_of_a_good_folder_finds_nothing(capsys, folder):
    """``check FOLDER`` ends with status 0 where there is nothing to find."""
    assert (0, "", f"{COUNTED}: nothing found\n") == run(capsys, "check", str(folder))


def test_check_of_the_bundled_data_needs_no_folder(capsys, monkeypatch, folder):
    """``check`` alone looks at the data of the package."""
    monkeypatch.setattr(editors, "bundled_folder", lambda: folder)

    assert (0, "", f"{COUNTED}: nothing found\n") == run(capsys, "check")


def test_check_names_what_it_finds(capsys, folder):
    """``check`` prints each finding on a line, counts them, and ends with status 1."""
    write(folder, {"places.json": tiny()["places.json"] | {"z": {"name": {"en": "Z"}, "kind": "city"}}})

    assert (1, "places.json: z: nothing leads to it\n", f"{COUNTED}: 1 found\n") == run(capsys, "check", str(folder))


def test_check_of_a_bad_folder_tells_all_errors(capsys, folder):
    """Where a folder cannot be read, each error is a line, and the status is 1."""
    write(folder, {"about.json": b"{", "events/x.json": {"kind": "summit"}})
    status, out, err = run(capsys, "check", str(folder))

    assert (1, "") == (status, out)
    assert [
        "about.json: is not JSON (line 1, column 2)",
        "events/x.json: summary: is missing",
        "events/x.json: title: is missing",
    ] == sorted(err.splitlines())


def test_fmt_rewrites_what_is_not_canonical(capsys, folder):
    """``fmt FOLDER`` writes the canonical text, says so with status 1, and has nothing to do afterwards."""
    before = bytes_of(folder)
    for name, content in before.items():
        (folder / name).write_text(json.dumps(json.loads(content), indent=1))
    status, out, _ = run(capsys, "fmt", str(folder))

    assert 1 == status
    assert sorted(f"rewrote {name}" for name in before) == sorted(out.splitlines())
    assert before == bytes_of(folder)
    assert (0, "", "") == run(capsys, "fmt", str(folder))


def test_fmt_puts_letters_together_and_keeps_modes(capsys, folder):
    """A file with decomposed Korean is rewritten in Unicode's form NFC, and stays as private as it was."""
    path = folder / "places.json"
    before = path.read_bytes()
    path.write_bytes(normalize("NFD", before.decode()).encode())
    path.chmod(0o600)

    assert (1, "rewrote places.json\n", "") == run(capsys, "fmt", str(folder))
    assert (before, 0o600) == (path.read_bytes(), path.stat().st_mode & 0o777)


def test_fmt_without_a_folder_means_data(capsys, folder, monkeypatch):
    """``fmt`` alone looks for a folder ``data`` where it is called."""
    folder.rename(folder.with_name("data"))
    monkeypatch.chdir(folder.parent)

    assert (0, "", "") == run(capsys, "fmt")


def test_fmt_leaves_a_bad_folder_alone(capsys, folder):
    """A folder that cannot be read is not rewritten."""
    write(folder, {"events/x.json": b'{"kind":   "summit"}'})
    status, _, err = run(capsys, "fmt", str(folder))

    assert 1 == status
    assert "events/x.json: summary: is missing" in err.splitlines()
    assert b'{"kind":   "summit"}' == (folder / "events/x.json").read_bytes()


def test_verify_matches_texts_to_sources(capsys, tmp_path, monkeypatch, tiny):
    """``verify FOLDER`` names the source of each text, and every wording that is not there."""
    text = b"The two sides adopted the ITPP."
    source = tiny.sources()["gazette-new-programme"]
    write(tmp_path, {"a.txt": text, "b.txt": b"Something else."})
    monkeypatch.setattr(parsers, "bundled", lambda: _hashed(tiny, source, text))
    status, out, _ = run(capsys, "verify", str(tmp_path))

    assert 1 == status
    assert "a.txt: gazette-new-programme" == out.splitlines()[0]
    assert "b.txt: the text of no source" == out.splitlines()[-1]
    assert "  not there: signed in Vilnius" in out.splitlines()
    assert "  not there: adopted the ITPP" not in out.splitlines()


def test_verify_asks_for_a_second_look(capsys, tmp_path, monkeypatch, tiny):
    """A wording that stands in its text, but begins or ends inside a word, is named with the reason."""
    text = b"They readopted the ITPP."
    write(tmp_path, {"a.txt": text})
    monkeypatch.setattr(parsers, "bundled", lambda: _hashed(tiny, tiny.sources()["gazette-new-programme"], text))

    assert (
        "  look again: adopted the ITPP: is cut inside a word" in run(capsys, "verify", str(tmp_path))[1].splitlines()
    )


def _hashed(dataset, source, text):
    from folders import memory, tiny
    from korea_nato._load import whole

    files = tiny()
    files[f"sources/{source.id}.json"]["text_sha256"] = sha256(text).hexdigest()
    return whole(memory(files))


def test_without_its_library_a_table_is_one_sentence(capsys, monkeypatch):
    """Where rich is not installed, the error says which extra brings it, and ``--json`` works still."""
    monkeypatch.delitem(sys.modules, "korea_nato._cli.tables", raising=False)
    for name in [name for name in sys.modules if name.split(".")[0] == "rich"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "rich", None)

    assert (2, "", "korea-nato: a table needs an extra: pip install 'korea-nato[cli]'\n") == run(capsys, "areas")
    assert 0 == run(capsys, "areas", "--json")[0]


def test_bad_data_of_the_package_is_told_as_such(capsys, monkeypatch):
    """Where the bundled data are broken, the command says what is wrong, with status 1."""

    def broken():
        raise BadData((DataError("events/x.json", "date", "is missing"),))

    monkeypatch.setattr(parsers, "bundled", broken)

    assert (1, "", "events/x.json: date: is missing\n") == run(capsys, "events")


def test_a_reader_that_goes_away_is_no_error():
    """Where the output is closed early, as by ``head``, the command ends quietly."""
    words = [sys.executable, "-m", "korea_nato", "show", "itpp"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        complaint = process.stderr.read()

    assert (0, b"") == (process.returncode, complaint)


FULL = "korea-nato: the answer cannot be written (No space left on device)\n"


@pytest.mark.parametrize(
    ("error", "status", "complaint"), [(BrokenPipeError(), 0, ""), (OSError(28, "No space left on device"), 2, FULL)]
)
def test_an_output_that_breaks_ends_well(monkeypatch, capsys, tmp_path, error, status, complaint):
    """Status 0 where the reader has left; one sentence and 2 where the disk is full."""

    def broken(*texts, **how):
        raise error

    monkeypatch.setattr("builtins.print", broken)
    monkeypatch.setattr(_cli, "complain", lambda text: sys.stderr.write(f"{text}\n"))
    with (tmp_path / "out").open("w", encoding="utf-8") as out:
        monkeypatch.setattr(sys, "stdout", out)

        assert status == main(["show", "itpp"])
    assert complaint == capsys.readouterr().err


def test_an_output_without_an_encoding_is_written_to(monkeypatch):
    """A caller that puts a plain ``StringIO`` in the place of the output gets the answer in it."""
    monkeypatch.setattr(sys, "stdout", StringIO())

    assert 0 == main(["show", "itpp"])
    assert sys.stdout.getvalue().startswith("programme itpp")


def test_standard_input_may_be_closed(monkeypatch, capsys):
    """Without a standard input, ``-`` is a wrong call."""
    monkeypatch.setattr(sys, "stdin", None)

    assert 2 == main(["mentions", "-"])
    assert "korea-nato: there is no standard input\n" == capsys.readouterr().err


def test_a_byte_order_mark_is_no_part_of_a_text(capsys, tmp_path):
    """Places count from the first letter, whatever program saved the text."""
    (tmp_path / "text").write_text("cyber defence", encoding="utf-8-sig")
    main(["mentions", str(tmp_path / "text"), "--json"])

    assert 0 == json.loads(capsys.readouterr().out)[0]["start"]


def test_who_stops_the_command_reads_no_traceback(monkeypatch, capsys):
    """An interruption ends it with the status that shells expect, and so does being told to end."""
    before = signal.getsignal(signal.SIGTERM)

    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr(__main__, "main", interrupted)
    assert 130 == __main__.run()
    monkeypatch.setattr(__main__, "main", lambda: signal.raise_signal(signal.SIGTERM))
    with pytest.raises(SystemExit) as caught:
        __main__.run()
    signal.signal(signal.SIGTERM, before)

    assert (143, ("", "")) == (caught.value.code, capsys.readouterr())


def test_the_module_runs_the_command(monkeypatch, capsys):
    """Run as a module, the package hands the status of the command to the shell; imported, it does nothing."""
    monkeypatch.setattr(sys, "argv", ["korea-nato", "show", "ittp"])
    monkeypatch.delitem(sys.modules, "korea_nato.__main__", raising=False)
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("korea_nato", run_name="__main__")

    assert 2 == caught.value.code
    assert importlib.import_module("korea_nato.__main__").main is main


def test_the_module_is_the_command():
    """``python -m korea_nato`` does what ``korea-nato`` does, in any place and encoding."""
    done = python("--version", env={**os.environ, "PYTHONIOENCODING": "utf-8"})

    assert (0, f"korea-nato {korea_nato.__version__}\n", "") == (done.returncode, done.stdout, done.stderr)


def test_a_table_keeps_to_the_width_that_is_asked_for(monkeypatch, capsys):
    """Where ``COLUMNS`` says how wide the reader's page is, words break rather than run over it."""
    monkeypatch.setenv("COLUMNS", "60")
    main(["events"])

    assert {True} == {len(line) <= 60 for line in capsys.readouterr().out.splitlines()}


@pytest.mark.parametrize("width", [30, 50, 80, 120])
def test_every_name_of_an_area_stands_whole_on_any_screen(monkeypatch, capsys, width):
    """However narrow the screen, the eleven areas print each word of their names and no line runs over."""
    monkeypatch.setenv("COLUMNS", str(width))
    main(["areas"])
    out = capsys.readouterr().out

    assert {word for area in ITPP.areas for name in area.name.values() for word in name.split()} <= set(out.split())
    assert {True} == {cell_len(line) <= width for line in out.splitlines()}


def test_a_file_that_cannot_be_rewritten_is_one_sentence_and_stays_whole(folder, monkeypatch, capsys):
    """Where a file cannot be replaced, ``fmt`` says so, exits with 2 and leaves nothing beside it."""
    path = folder / "places.json"
    path.write_bytes(path.read_bytes() + b"\n")
    before = path.read_bytes()

    def refuse(self, target):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "replace", refuse)

    assert 2 == main(["fmt", str(folder)])
    assert "cannot be written (Permission denied)" in capsys.readouterr().err
    assert before == path.read_bytes()
    assert [] == list(folder.glob(".*"))


def test_verifying_nothing_is_no_success(tmp_path, capsys):
    """A folder without texts, and a text that is of no source (such as an altered one), make ``verify`` exit with 1."""
    assert 1 == main(["verify", str(tmp_path)])
    (tmp_path / "altered.txt").write_text("Another text.", encoding="utf-8")

    assert 1 == main(["verify", str(tmp_path)])
    assert "1 text, 1 of no source, 0 wordings not there" in capsys.readouterr().err


def in_shell(shell):
    """Run the command in a shell, and return its exit status and what it says of errors."""
    words = shell.replace("KN", f"{sys.executable} -m korea_nato")
    # Named, since readline, where it is imported, tells the width of a terminal to processes, but not to Python.
    found = subprocess.run(["sh", "-c", words], capture_output=True, check=False, text=True, env=dict(os.environ))
    return found.returncode, found.stderr


def test_an_answer_that_cannot_be_shown_is_no_traceback():
    """An old terminal gets question marks, a closed output nothing, a full disk one sentence."""
    assert (0, "") == in_shell("PYTHONIOENCODING=ascii LC_ALL=C KN areas")
    assert (0, "") == in_shell("KN areas >&-")
    assert (2, FULL) == in_shell("KN areas >/dev/full")


@pytest.mark.parametrize("folder", ["nowhere", ""])
@pytest.mark.parametrize("command", ["check", "fmt", "verify"])
def test_a_folder_that_is_not_there_is_a_wrong_call(capsys, command, folder):
    """A misspelt folder is not a finding about its data: one sentence, and status 2."""
    status, _, err = run(capsys, command, folder)

    assert (2, True) == (status, "is not a folder" in err)


def bytes_from(encoding, *words):
    """Return the bytes that the command prints where the terminal has an encoding."""
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run([sys.executable, "-m", "korea_nato", *words], capture_output=True, env=env, check=True).stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp949"])
@pytest.mark.parametrize(
    "words",
    [["areas", "--json"], ["cite", "--form", "bibtex"], ["cite", "--form", "csl"], ["mentions", "FILE", "--json"]],
    ids=lambda words: " ".join(words),
)
def test_output_for_programs_is_the_same_on_every_machine(encoding, words, tmp_path):
    """What programs read is UTF-8, whatever the terminal's encoding: no letter becomes a question mark."""
    (tmp_path / "text").write_text("NATO 사이버 방위", encoding="utf-8")
    words = [str(tmp_path / "text") if word == "FILE" else word for word in words]

    assert bytes_from("utf-8", *words) == bytes_from(encoding, *words)


def test_a_file_that_cannot_be_read_is_not_told_as_an_answer_that_cannot_be_written(monkeypatch, capsys, tmp_path):
    """The sentence names the file, and says that it cannot be read."""
    read = Path.read_bytes

    def refuse(self):
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return read(self)

    (tmp_path / "a.txt").touch()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    status, out, err = run(capsys, "verify", str(tmp_path))

    assert (2, "", f"korea-nato: {tmp_path / 'a.txt'}: cannot be read (Permission denied)\n") == (status, out, err)


def test_names_of_files_do_not_act_on_a_terminal(capsys, tmp_path, folder):
    """Control signs in the name of a file or in a key are printed as escapes, and forge no line."""
    name = "a\x1b[31m\nb.txt"
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / name).write_text("Another text.", encoding="utf-8")
    _, texts, _ = run(capsys, "verify", str(tmp_path / "texts"))
    write(folder, {f"events/{name}": b"{}", "places.json": {"\x1b[2J": {}}})
    _, found, errors = run(capsys, "check", str(folder))

    assert r"a\x1b[31m\nb.txt: the text of no source" in texts.splitlines()
    assert "\x1b" not in found + errors
    assert [line for line in errors.splitlines() if r"a\x1b[31m\nb.txt" in line]
    assert [line for line in errors.splitlines() if r"\x1b[2J" in line]


def test_what_is_there_is_not_replaced_and_the_sentence_serves_both(capsys, tmp_path):
    """The command and a caller in Python are told the same, and either knows its own word for force."""
    (tmp_path / "x.bib").touch()

    assert (2, "", f"korea-nato: {tmp_path / 'x.bib'}: is there already, and is replaced only with force\n") == run(
        capsys, "export", "bibtex", str(tmp_path / "x.bib")
    )


def test_alone_the_command_greets(capsys):
    """Without a word it says what it is and what to type, and ends well."""
    status, out, err = run(capsys)

    assert (0, "") == (status, err)
    assert out.startswith(f"korea-nato {korea_nato.__version__}")
    for line in out.splitlines():
        if line.startswith("  korea-nato ") and "--help" not in line:
            words = line.strip().partition("   ")[0].replace('"', "").split()[1:]
            assert 0 == run(capsys, *words)[0], line


@pytest.mark.parametrize("words", ["events", "claims itpp", "search cyber", "vocabulary roles"])
def test_rows_are_text_with_commas_for_programs(capsys, words):
    """``--csv`` prints as many lines as ``--json`` has rows, and a line of headings."""
    import csv

    _, out, _ = run(capsys, *words.split(), "--csv")
    _, rows, _ = run(capsys, *words.split(), "--json")

    assert len(json.loads(rows)) + 1 == len(list(csv.reader(StringIO(out))))


def test_an_empty_answer_says_so(capsys):
    """Where nothing is found, one line on the other output says what there is none of."""
    status, _, err = run(capsys, "events", "--text", "zzzzzz")

    assert (0, "korea-nato: no events\n") == (status, err)


def test_claims_of_a_source_need_no_record(capsys):
    """``claims --source`` tells what a source says of anything; names do for ids."""
    source = "yonhap-partnership-eleven-areas"
    _, out, _ = run(capsys, "claims", "--source", source, "--json")
    _, named, _ = run(capsys, "statements", "--speaker", "윤석열", "--json")

    assert list(korea_nato.claims(source=source).ids) == [row["id"] for row in json.loads(out)]
    assert list(korea_nato.statements(speaker="yoon-suk-yeol").ids) == [row["id"] for row in json.loads(named)]


def test_words_of_a_list_are_told(capsys):
    """``vocabulary LIST`` prints its words with their meaning; an unknown list is a wrong call."""
    _, out, _ = run(capsys, "vocabulary", "modalities")

    assert "reported" in out
    assert (2, "") == run(capsys, "vocabulary", "modality")[:2]


@pytest.mark.parametrize("form", [(), ("--csv",), ("--json",)], ids=["people", "csv", "json"])
def test_a_folder_without_words_says_so(capsys, data, tmp_path, form):
    """A folder need not have closed lists: there are no words then, in whichever form they are asked for."""
    (tmp_path / "about.json").write_bytes((data / "about.json").read_bytes())
    status, out, err = run(capsys, "vocabulary", "--data", str(tmp_path), *form)

    assert (0, "korea-nato: no words\n") == (status, err)
    assert {(): "", ("--csv",): "list,word,meaning,meaning_ko\n", ("--json",): "[]\n"}[form] == out


def test_a_new_folder_passes_the_check_and_can_be_asked(capsys, tmp_path):
    """``init`` writes a folder in which ``check`` finds nothing; every question can be asked of it by ``--data``."""
    folder = str(tmp_path / "own")

    assert 0 == run(capsys, "init", folder)[0]
    assert (0, "") == run(capsys, "check", folder)[:2]
    assert "Cyber defence" in run(capsys, "areas", "--data", folder)[1]
    assert "A record of an example" in run(capsys, "cite", "--data", folder)[1]
    assert "Example" in run(capsys, "show", "example-adoption", "--data", folder)[1]
    assert 0 == run(capsys, "export", "json", str(tmp_path / "out"), "--data", folder)[0]


def test_a_new_folder_takes_the_place_of_an_empty_one_only(capsys, tmp_path, monkeypatch):
    """``init`` fills a folder that is empty; what is in another stays, and the error promises no way to replace it."""
    (tmp_path / "own").mkdir()

    assert 0 == run(capsys, "init", str(tmp_path / "own"))[0]
    (tmp_path / "own" / "about.json").write_text("{}", encoding="utf-8")
    (tmp_path / "file").touch()
    for name in ("own", "file"):
        path = tmp_path / name
        assert (2, "", f"korea-nato: {path}: is there already, and is not empty\n") == run(capsys, "init", str(path))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert (2, "", "korea-nato: .: is the folder in which you are: name one inside it\n") == run(capsys, "init", ".")
    assert (2, "", "korea-nato: '' is not a path\n") == run(capsys, "init", "")
    assert "{}" == (tmp_path / "own" / "about.json").read_text(encoding="utf-8")


def test_the_explorer_is_written(capsys, tmp_path):
    """``site OUT`` writes a page for every record and says how many files there are."""
    folder = str(tmp_path / "own")
    run(capsys, "init", folder)
    status, out, _ = run(capsys, "site", str(tmp_path / "pages"), "--data", folder)

    assert 0 == status
    assert out.startswith("wrote ")
    assert (tmp_path / "pages" / "event" / "example-adoption.html").is_file()


COMMANDS = sorted(_cli.parser()._subparsers._group_actions[0].choices.items())


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_help_shows_an_example_that_works(capsys, tmp_path, monkeypatch, folder, name, command):
    """The help on every command ends with a call of it that does what it says; in it stand all words of its lists."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    (tmp_path / "speech.txt").write_text("NATO and cyber defence", encoding="utf-8")
    for name_of_folder in ("my-record", "old-data", "new-data"):
        (tmp_path / name_of_folder).symlink_to(folder)
    if name == "init":
        (tmp_path / "my-record").unlink()
    with pytest.raises(SystemExit):
        main([name, "--help"])
    told = capsys.readouterr().out
    words = told.splitlines()[-1].split()

    assert ["korea-nato", name] == words[:2]
    assert all(word in told for list_ in command.lists.values() for word in korea_nato.vocabulary()[list_])
    assert main(words[1:] + (["--data", str(folder)] if name in ("site", "export") else [])) in (
        {1} if name == "verify" else {0}
    )


def test_a_word_that_is_on_no_list_is_told_with_the_list(capsys):
    """An error about a word of a closed list names the nearest word, or else the whole list."""
    _, _, near = run(capsys, "events", "--kind", "meting")
    _, _, far = run(capsys, "events", "--kind", "xyz")

    assert "did you mean 'meeting'?" in near
    assert all(word in far for word in korea_nato.vocabulary()["event-kinds"])


def test_a_filter_may_be_given_several_times(capsys):
    """Each value of a filter that is given twice is looked for."""
    _, out, _ = run(capsys, "events", "--kind", "visit", "--kind", "adoption", "--json")

    assert {"visit", "adoption"} == {row["kind"] for row in json.loads(out)}


@pytest.mark.parametrize("question", sorted(set(QUESTIONS) - {"claims"}))
def test_ids_are_whole_on_a_small_screen(capsys, monkeypatch, question):
    """At 80 columns no id is broken and no line runs over but for addresses; what has no room is named."""
    monkeypatch.setenv("COLUMNS", "80")
    _, out, err = run(capsys, question)
    shown = out.split()
    left = err.partition("no room for ")[2].partition(";")[0].split(", ") if err else []
    rows = getattr(korea_nato, question)().rows()
    key = next(name for name in QUESTIONS[question].columns.split() if name in ("id", "about", "number"))

    assert {str(row[key]) for row in rows} <= set(shown) or question == "areas"
    assert [] == [line for line in out.splitlines() if cell_len(line.rstrip()) > 80 and "http" not in line]
    assert set(left) <= set(QUESTIONS[question].columns.partition("|")[2].split())


def test_an_empty_answer_has_no_table(capsys):
    """Where nothing is found, nothing is printed, but on the other output."""
    assert "" == run(capsys, "events", "--text", "zzzzzz")[1]
    assert "[]\n" == run(capsys, "events", "--text", "zzzzzz", "--json")[1]


@pytest.mark.parametrize(
    "words", ["events", "areas", "conflicts --about itpp", "people", "vocabulary roles", "coverage", "search 빌뉴스"]
)
def test_a_korean_reader_asks_in_korean(capsys, words):
    """With ``--lang ko`` headings are Korean, and what the record has in Korean."""
    _, out, _ = run(capsys, *words.split(), "--lang", "ko")
    _, english, _ = run(capsys, *words.split())

    assert not set(out.splitlines()[0].split()) & {"id", "name", "title", "date", "why", "meaning"}
    assert sum("가" <= sign <= "힣" for sign in out) > sum("가" <= sign <= "힣" for sign in english)


@pytest.mark.parametrize("words", ["statements --speaker 윤석열", "events --text zzzzzz"])
def test_a_korean_reader_is_told_in_korean_what_is_missing(capsys, monkeypatch, words):
    """That there is no answer, or no room for a column, is a Korean sentence with ``--lang ko``."""
    monkeypatch.setenv("COLUMNS", "80")
    _, _, err = run(capsys, *words.split(), "--lang", "ko")

    assert err.startswith("korea-nato: ")
    assert not {"no", "room"} & set(err.split())


def test_places_and_persons_have_their_names_in_a_korean_table(capsys):
    """In a Korean table a place is shown by its Korean name and not by its id."""
    _, out, _ = run(capsys, "events", "--place", "vilnius", "--lang", "ko")

    assert "빌뉴스" in out
    assert " vilnius " not in out


def test_claims_and_conflicts_are_shown_by_their_ids(capsys):
    """``show`` takes the id of a claim or of a conflict, as tables and JSON print it."""
    claim = korea_nato.claims(about="itpp", field="act")[0]

    assert f"“{claim.wording}”" in run(capsys, "show", claim.id)[1]
    assert "unresolved" in run(capsys, "show", "itpp.act")[1]


def test_an_export_goes_to_standard_output(monkeypatch):
    """``export FORMAT -`` prints the file, byte for byte; a folder is refused."""
    output = TextIOWrapper(BytesIO())
    monkeypatch.setattr(sys, "stdout", output)

    assert 0 == main(["export", "bibtex", "-"])
    assert korea_nato.export.content("bibtex") == output.buffer.getvalue()
    assert 2 == main(["export", "json", "-"])


@pytest.mark.parametrize(
    ("format", "hint"), [("csv", "'datapackage' writes it"), ("turtel", "'turtle'"), ("zip", "there is bibtex, ")]
)
def test_an_unknown_format_is_told_with_those_that_there_are(capsys, format, hint):
    """What others call a format, and what is misspelt, is understood."""
    status, _, err = run(capsys, "export", format, "out")

    assert (2, True) == (status, hint in err)


def test_who_waits_in_front_of_a_terminal_sees_a_bar(monkeypatch):
    """After a while a bar stands on the other output of a terminal, and is gone at the end; elsewhere there is none."""

    class Terminal(StringIO):
        def isatty(self):
            return True

    seen = []
    for output in (Terminal(), StringIO()):
        monkeypatch.setattr(sys, "stderr", output)
        monkeypatch.setattr(progress, "_PATIENCE", 0.01)
        with progress.waiting("writing"):
            for _ in range(100):
                time.sleep(0.01)
                if "writing" in output.getvalue():
                    break
                if not output.isatty():
                    break
        seen.append("writing" in output.getvalue())

    assert [True, False] == seen


def test_without_rich_nobody_sees_a_bar(monkeypatch):
    """The bar is a kindness: without its library the work is done without it."""
    monkeypatch.setitem(sys.modules, "rich.console", None)
    with progress.waiting("writing"):
        done = True

    assert done


def test_changes_between_two_folders_are_a_table(capsys, tmp_path, folder):
    """``diff OLD NEW`` prints each record, fact and claim that changed."""
    files = tiny()
    files["places.json"]["europe"]["name"]["en"] = "The continent"
    new = tmp_path / "new"
    write(new, files)
    _, out, _ = run(capsys, "diff", str(folder), str(new))
    _, _, err = run(capsys, "diff", str(folder), str(folder))

    assert "The continent" in out
    assert "korea-nato: no differences\n" == err
