# Lets edxgen ask a parser of edX tracking logs: edxgen conform -- ruby adapter.rb
require 'json'

# Reads a line (bytes, without its newline); raises where it is no record. Put your parser in its place.
def parse(line)
  raise 'no UTF-8' unless line.dup.force_encoding('UTF-8').valid_encoding?
  # Ruby's JSON takes comments, and escapes that JSON does not know.
  raise 'a comment is no JSON' if line.gsub(/"(?:[^"\\]|\\.)*"/n, '').include?('/')
  raise 'no escape of JSON' if line.match?(%r{(?<!\\)(?:\\\\)*\\[^"\\/bfnrtu]}n)
  record = JSON.parse(line, max_nesting: 900)
  raise 'no object' unless record.is_a?(Hash)
  record
end

def lines_of(log)
  lines = log.delete_prefix("\xEF\xBB\xBF".b).split("\n".b, -1) # without a byte order mark
  lines.pop if lines.last == ''
  lines
end

def answer(line, want)
  record = parse(line)
  want == 'records' ? { ok: true, record: record } : { ok: true }
rescue StandardError => error
  { ok: false, error: error.message.dup.force_encoding('UTF-8').scrub.slice(0, 200) }
end

def say(message)
  puts JSON.generate(message, ascii_only: true, max_nesting: 1000)
end

$stdout.sync = true # flushed after every answer: the kit waits for it
$stdin.each_line do |text|
  command = JSON.parse(text)
  case command['cmd']
  when 'hello'
    # level: how deep your parser reads: lines, fields or payload. Begin with lines.
    say(protocol: 1, parser: 'my-parser', language: 'ruby', level: 'lines', dialects: ['documented'], window: 8)
  when 'parse'
    log = command['chunks'].map { |chunk| chunk.unpack1('m') }.join
    say(id: command['id'], lines: lines_of(log).map { |line| answer(line, command['want']) })
  when 'bye'
    break
  end
end
