// Lets edxgen ask a parser of edX tracking logs: go build -o adapter adapter.go && edxgen conform -- ./adapter
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"unicode/utf8"
)

// parse reads a line (without its newline), with an error where it is no record. Put your parser in its place.
func parse(line []byte) (map[string]any, error) {
	if !utf8.Valid(line) {
		return nil, errors.New("no UTF-8")
	}
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.UseNumber() // a float64 keeps 53 bits of an integer
	var record map[string]any
	if err := decoder.Decode(&record); err != nil {
		return nil, err
	}
	if record == nil {
		return nil, errors.New("no object")
	}
	if decoder.More() || len(bytes.TrimLeft(line[decoder.InputOffset():], " \t\r\n")) > 0 {
		return nil, errors.New("something follows the object")
	}
	return record, nil
}

type command struct {
	Cmd    string   `json:"cmd"`
	ID     int      `json:"id"`
	Want   string   `json:"want"`
	Chunks [][]byte `json:"chunks"` // encoding/json decodes base64
}

type answer struct {
	OK     bool           `json:"ok"`
	Record map[string]any `json:"record,omitempty"`
	Error  string         `json:"error,omitempty"`
}

func linesOf(log []byte) [][]byte {
	log = bytes.TrimPrefix(log, []byte("\xef\xbb\xbf")) // a byte order mark
	lines := bytes.Split(log, []byte("\n"))
	if len(lines[len(lines)-1]) == 0 {
		lines = lines[:len(lines)-1]
	}
	return lines
}

func answerTo(line []byte, want string) answer {
	record, err := parse(line)
	if err != nil {
		return answer{Error: err.Error()}
	}
	if want != "records" {
		record = nil
	}
	return answer{OK: true, Record: record}
}

func main() {
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	say := func(message any) {
		text, err := json.Marshal(message)
		if err != nil {
			panic(err)
		}
		out.Write(ascii(text))
		out.WriteByte('\n')
		out.Flush() // the kit waits for it
	}
	for {
		text, err := in.ReadBytes('\n')
		if err != nil {
			return
		}
		var c command
		if err := json.Unmarshal(text, &c); err != nil {
			panic(err)
		}
		switch c.Cmd {
		case "hello":
			// "level": how deep your parser reads: lines, fields or payload. Begin with lines.
			say(map[string]any{"protocol": 1, "parser": "my-parser", "language": "go", "level": "lines", "dialects": []string{"documented"}, "window": 8})
		case "parse":
			answers := []answer{}
			for _, line := range linesOf(bytes.Join(c.Chunks, nil)) {
				answers = append(answers, answerTo(line, c.Want))
			}
			say(map[string]any{"id": c.ID, "lines": answers})
		case "bye":
			return
		}
	}
}

// ascii escapes what is not ASCII, as the protocol asks.
func ascii(text []byte) []byte {
	var out bytes.Buffer
	for _, r := range string(text) {
		if r < 0x80 {
			out.WriteByte(byte(r))
		} else if r < 0x10000 {
			writeEscape(&out, r)
		} else {
			writeEscape(&out, 0xd800+(r-0x10000)>>10)
			writeEscape(&out, 0xdc00+(r-0x10000)&0x3ff)
		}
	}
	return out.Bytes()
}

func writeEscape(out *bytes.Buffer, r rune) {
	const hex = "0123456789abcdef"
	out.Write([]byte{'\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15]})
}
