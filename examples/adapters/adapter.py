"""An adapter: tells the conformance kit how a Python parser reads tracking logs.

    edxgen conform -- python3 adapter.py

The upper half is a parser; put yours in its place. The lower half speaks the kit's protocol, version 1.
"""
import base64
import codecs
import gzip
import json
import posixpath
import re
import sys
import tarfile
from urllib.parse import parse_qsl

FIELDS = ("username", "host", "session", "time", "ip", "agent", "page", "event_source", "event_type", "event")
TODAYS = ("name", "context", "referer", "accept_language")
LATER_FORMS = ("problem_check", "problem_save", "problem_reset")
FORMS = {"documented": ("problem_check",), "deployed": LATER_FORMS, "current": LATER_FORMS}
PREFIX = re.compile(r"^[^{]* \[tracking\] [^{]* - (?=\{)")
GZIP = b"\x1f\x8b"
EMPTY = ("page_close", "oe_show_full_feedback", "oe_show_respond_to_feedback")


def refuse_constant(text):
    raise ValueError(f"{text} is no JSON")


def read_number(text):
    """Python reads 1e999 as infinity, for which JSON has no word."""
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError(f"{text} is too large")
    return number


DECODER = json.JSONDecoder(parse_constant=refuse_constant, parse_float=read_number)


def read_object(value):
    """An object, or a string that encodes one. Anything else stands as it is, since payloads may have been cut."""
    if not isinstance(value, str):
        return value
    try:
        parsed = DECODER.decode(value)
    except (ValueError, RecursionError):
        return value
    return parsed if isinstance(parsed, dict) else value


def read_inside(value, readers):
    value = read_object(value)
    if isinstance(value, dict):
        for key, reader in readers.items():
            if key in value:
                value[key] = reader(value[key])
    return value


def read_map(value):
    value = read_object(value)
    if isinstance(value, dict):
        for entry in value.values():
            if isinstance(entry, dict):
                read_inside(entry, {"queuestate": read_object})
    return value


def read_state(value):
    return read_inside(value, {"correct_map": read_map})


SERVER = {"correct_map": read_map, "answers": read_object, "state": read_state, "old_state": read_state, "new_state": read_state}


def read_form(event, dialect):
    """Key to value, or to a list where a key comes more than once or ends in []."""
    if dialect == "current" and event == "{}":
        return {}
    try:
        text = DECODER.decode(event) if dialect == "deployed" else event
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict")
    except (ValueError, TypeError, AttributeError, RecursionError):
        return event
    inputs = {}
    for key, value in pairs:
        inputs.setdefault(key, []).append(value)
    return {key: values if key.endswith("[]") or len(values) > 1 else values[0] for key, values in inputs.items()}


def read_event(line, dialect):
    source, name, event = line.get("event_source"), line.get("event_type"), line.get("event")
    if source == "server":
        return read_inside(event, SERVER)
    if source != "browser":
        return event
    if name in FORMS[dialect]:
        return read_form(event, dialect)
    return None if event == "" and name in EMPTY else read_object(event)


def read_line(data, dialect):
    text = data.decode("utf-8")
    line = DECODER.decode(PREFIX.sub("", text) if dialect == "current" else text)
    if not isinstance(line, dict):
        raise ValueError("no JSON object")
    fields = FIELDS + TODAYS if dialect == "current" else FIELDS
    record = {field: line[field] for field in fields if field in line}
    return {**record, "session": line.get("session"), "event": read_event(line, dialect)}


def read_log(data, dialect, want):
    """One answer a line. A line ends at a newline and at nothing else."""
    lines = data.removeprefix(codecs.BOM_UTF8).split(b"\n")
    if not lines[-1]:
        lines.pop()
    answers = []
    for line in lines:
        try:
            record = read_line(line, dialect)
            answers.append({"ok": True, "record": record} if want == "records" else {"ok": True})
        except (ValueError, RecursionError) as error:
            answers.append({"ok": False, "error": str(error)})
    return answers


def read_archive(path, dialect, want):
    files, end = [], 0
    with tarfile.open(path, "r:") as tar:
        for member in tar:
            end = member.offset_data + (member.size + 511) // 512 * 512
            path = posixpath.normpath(member.name)
            server, _, name = path.partition("/")
            if not member.isfile() or not server or not name or any(part.startswith(".") for part in path.split("/")):
                continue
            data = tar.extractfile(member).read()
            if name.endswith(".gz"):
                data = gzip.decompress(data)
                while data.startswith(GZIP):  # what was packed twice
                    data = gzip.decompress(data)
            files.append({"server": server, "name": name, "lines": read_log(data, dialect, want)})
        tar.fileobj.seek(end)  # tarfile takes a damaged header, and the end of a cut file, for the end of the archive
        rest = tar.fileobj.read()
        if len(rest) < 1024 or any(rest):
            raise tarfile.ReadError("the archive is cut or damaged")
    return files


HELLO = {
    "protocol": 1,
    "parser": "edxgen-example-python",
    "version": "1.0",
    "language": "python",
    "level": "payload",
    "dialects": ["documented", "deployed", "current"],
    "strict": [],
    "archives": True,
    "limits": {"depth": 300},
    "window": 16,
}


def answer(command):
    dialect, want = command["dialect"], command["want"]
    if command["cmd"] == "parse":
        data = b"".join(map(base64.b64decode, command["chunks"]))
        return {"lines": read_log(data, dialect, want)}
    try:
        return {"files": read_archive(command["path"], dialect, want)}
    except Exception as error:  # gzip, zlib and tarfile have no common one
        return {"error": f"{command['path']}: {error}"}


for text in sys.stdin.buffer:
    received = json.loads(text)
    if received["cmd"] == "bye":
        break
    reply = HELLO if received["cmd"] == "hello" else {"id": received["id"], **answer(received)}
    print(json.dumps(reply), flush=True)
