"""Lets edxgen ask a parser of edX tracking logs: edxgen conform -- python3 adapter.py"""
import base64
import json
import sys


def refuse(name):
    raise ValueError(name + " is no JSON")


def parse(line):
    """Reads a line (bytes, without its newline); raises ValueError where it is no record. Put your parser in its place."""
    record = json.loads(line.decode("utf-8"), parse_constant=refuse)
    if not isinstance(record, dict):
        raise ValueError("no object")
    return record


def lines_of(log):
    log = log.removeprefix(b"\xef\xbb\xbf")  # a byte order mark
    lines = log.split(b"\n")  # at \n alone: splitlines() takes other characters for line ends too
    return lines[:-1] if lines[-1] == b"" else lines


def answer(line, want):
    try:
        record = parse(line)
    except (ValueError, RecursionError) as error:
        return {"ok": False, "error": str(error)}
    return {"ok": True, "record": record} if want == "records" else {"ok": True}


def say(message):
    print(json.dumps(message), flush=True)  # flushed: the kit waits for it


for text in sys.stdin:
    command = json.loads(text)
    if command["cmd"] == "hello":
        # "level": how deep your parser reads: lines, fields or payload. Begin with lines.
        say({"protocol": 1, "parser": "my-parser", "language": "python", "level": "lines", "dialects": ["documented"], "window": 8})
    elif command["cmd"] == "parse":
        log = b"".join(base64.b64decode(chunk) for chunk in command["chunks"])
        say({"id": command["id"], "lines": [answer(line, command["want"]) for line in lines_of(log)]})
    elif command["cmd"] == "bye":
        break
