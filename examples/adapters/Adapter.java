import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * An adapter: tells the conformance kit how a Java parser reads tracking logs.
 *
 * <pre>edxgen conform -- java Adapter.java</pre>
 *
 * Parser, Archive and Json are a parser; put yours in their place. Adapter speaks the kit's protocol, version 1.
 */
public class Adapter {
    static final Map<String, Object> HELLO = Json.of(
        "protocol", 1, "parser", "edxgen-example-java", "version", "1.0", "language", "java", "level", "payload",
        "dialects", List.of("documented", "deployed", "current"), "strict", List.of(), "archives", true,
        "limits", Json.of("depth", Json.DEPTH), "window", 16);

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            Map<?, ?> command = (Map<?, ?>) Json.read(text);
            if ("bye".equals(command.get("cmd"))) break;
            out.print(Json.write("hello".equals(command.get("cmd")) ? HELLO : answer(command)) + "\n");
            out.flush();
        }
    }

    static Map<String, Object> answer(Map<?, ?> command) {
        Parser parser = new Parser((String) command.get("dialect"), "records".equals(command.get("want")));
        if ("parse".equals(command.get("cmd"))) {
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            for (Object chunk : (List<?>) command.get("chunks")) log.writeBytes(Base64.getDecoder().decode((String) chunk));
            return Json.of("id", command.get("id"), "lines", parser.readLog(log.toByteArray()));
        }
        String path = (String) command.get("path");
        try {
            return Json.of("id", command.get("id"), "files", Archive.read(Files.readAllBytes(Path.of(path)), parser));
        } catch (IOException | DataFormatException | RuntimeException error) {
            return Json.of("id", command.get("id"), "error", path + ": " + error.getMessage());
        }
    }
}

/** Reads lines of one dialect. */
record Parser(String dialect, boolean records) {
    static final List<String> FIELDS = List.of("username", "host", "session", "time", "ip", "agent", "page", "event_source", "event_type", "event");
    static final List<String> TODAYS = List.of("name", "context", "referer", "accept_language");
    /** What Tutor puts before a line. */
    static final Pattern PREFIX = Pattern.compile("[^{]* \\[tracking\\] [^{]* - (?=\\{)");
    static final Set<String> EMPTY = Set.of("page_close", "oe_show_full_feedback", "oe_show_respond_to_feedback");
    static final Set<String> FORMS = Set.of("problem_check", "problem_save", "problem_reset");

    /** One answer a line. A line ends at a newline and at nothing else. */
    List<Object> readLog(byte[] log) {
        List<Object> answers = new ArrayList<>();
        boolean marked = log.length >= 3 && log[0] == (byte) 0xef && log[1] == (byte) 0xbb && log[2] == (byte) 0xbf;
        for (int start = marked ? 3 : 0, end; start < log.length; start = end + 1) {
            for (end = start; end < log.length && log[end] != '\n'; ) end++;
            answers.add(answer(ByteBuffer.wrap(log, start, end - start)));
        }
        return answers;
    }

    Object answer(ByteBuffer line) {
        try {
            Map<String, Object> record = readLine(StandardCharsets.UTF_8.newDecoder().decode(line).toString());
            return records ? Json.of("ok", true, "record", record) : Json.of("ok", true);
        } catch (CharacterCodingException | IllegalArgumentException error) {
            return Json.of("ok", false, "error", String.valueOf(error.getMessage()));
        }
    }

    boolean is(String name) {
        return name.equals(dialect);
    }

    Map<String, Object> readLine(String written) {
        Matcher prefix = PREFIX.matcher(written);
        String text = is("current") && prefix.lookingAt() ? written.substring(prefix.end()) : written;
        if (!(Json.read(text) instanceof Map<?, ?> line)) throw new IllegalArgumentException("no JSON object");
        Map<String, Object> record = new LinkedHashMap<>();
        for (String field : FIELDS) if (line.containsKey(field)) record.put(field, line.get(field));
        if (is("current")) for (String field : TODAYS) if (line.containsKey(field)) record.put(field, line.get(field));
        record.put("session", line.get("session"));
        record.put("event", readEvent(line.get("event_source"), line.get("event_type"), line.get("event")));
        return record;
    }

    Object readEvent(Object source, Object type, Object event) {
        if ("server".equals(source)) return readServerEvent(event);
        if (!"browser".equals(source) || !(type instanceof String)) return event;
        if (FORMS.contains(type) && (!is("documented") || "problem_check".equals(type))) return readForm(event);
        return "".equals(event) && EMPTY.contains(type) ? null : readObject(event);
    }

    /** An object, or a string that encodes one. Anything else stands as it is, since payloads may have been cut. */
    static Object readObject(Object value) {
        try {
            return value instanceof String text && Json.read(text) instanceof Map<?, ?> map ? map : value;
        } catch (IllegalArgumentException error) {
            return value;
        }
    }

    /** Applies a reader to members of an object, to all of them when none is named. */
    @SuppressWarnings("unchecked")
    static Object readInside(Object value, UnaryOperator<Object> reader, String... keys) {
        Object read = readObject(value);
        if (read instanceof Map<?, ?> map) {
            ((Map<String, Object>) map).replaceAll((key, member) -> keys.length == 0 || List.of(keys).contains(key) ? reader.apply(member) : member);
        }
        return read;
    }

    static Object readServerEvent(Object event) {
        Object marked = readInside(event, Parser::readMap, "correct_map");
        return readInside(readInside(marked, Parser::readObject, "answers"), Parser::readState, "state", "old_state", "new_state");
    }

    static Object readState(Object state) {
        return readInside(state, Parser::readMap, "correct_map");
    }

    static Object readMap(Object map) {
        return readInside(map, entry -> entry instanceof Map ? readInside(entry, Parser::readObject, "queuestate") : entry);
    }

    /** In deployed lines the form stands in the quotes of a JSON string. */
    Object readForm(Object event) {
        if (is("current") && "{}".equals(event)) return Json.of();
        try {
            return (is("deployed") && event instanceof String quoted ? Json.read(quoted) : event) instanceof String text ? decodeForm(text) : event;
        } catch (IllegalArgumentException error) {
            return event;
        }
    }

    /** Key to value, or to a list where a key comes more than once or ends in []. */
    static Map<String, Object> decodeForm(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.computeIfAbsent(decode(parts[0]), key -> new ArrayList<>()).add(parts.length < 2 ? "" : decode(parts[1]));
        }
        Map<String, Object> inputs = new LinkedHashMap<>();
        values.forEach((key, list) -> inputs.put(key, list.size() > 1 || key.endsWith("[]") ? list : list.get(0)));
        return inputs;
    }

    static String decode(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}

/** Reads tars of gzip files. */
final class Archive {
    static final int BLOCK = 512;

    static List<Object> read(byte[] tar, Parser parser) throws IOException, DataFormatException {
        List<Object> files = new ArrayList<>();
        int place = 0;
        String longName = null;
        while (!isZero(tar, place, need(tar, place, BLOCK))) {
            checkSum(tar, place);
            int size = octal(tar, place + 124, 12);
            int start = place + BLOCK;
            byte[] content = Arrays.copyOfRange(tar, start, need(tar, start, size));
            char type = (char) tar[place + 156];
            List<String> parts = new ArrayList<>(List.of((longName != null ? longName : nameIn(tar, place)).split("/", -1)));
            parts.removeIf("."::equals);
            if (type == 'x') longName = paxPath(new String(content, StandardCharsets.UTF_8), longName);
            else longName = type == 'L' ? text(content, 0, size) : null;
            boolean isFile = type == '0' || type == 0;
            if (isFile && parts.size() > 1 && parts.stream().noneMatch(part -> part.isEmpty() || part.startsWith("."))) {
                String name = String.join("/", parts.subList(1, parts.size()));
                byte[] log = name.endsWith(".gz") ? gunzip(content) : content;
                files.add(Json.of("server", parts.get(0), "name", name, "lines", parser.readLog(log)));
            }
            place = start + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
        need(tar, place, 2 * BLOCK);
        if (!isZero(tar, place, tar.length)) throw new IOException("something follows the end of the archive");
        return files;
    }

    /** Only POSIX's headers have a prefix: GNU's have times in its place. */
    static String nameIn(byte[] tar, int place) {
        String prefix = text(tar, place + 257, 6).equals("ustar") && tar[place + 262] == 0 ? text(tar, place + 345, 155) : "";
        return (prefix.isEmpty() ? "" : prefix + "/") + text(tar, place, 100);
    }

    /** The path that a pax header says, in a record LENGTH path=VALUE. */
    static String paxPath(String records, String before) {
        for (String record : records.split("\n")) if (record.matches("\\d+ path=.*")) return record.substring(record.indexOf('=') + 1);
        return before;
    }

    /** The end of so many bytes, which must be there. */
    static int need(byte[] bytes, int start, int length) throws IOException {
        if (bytes.length - start < length) throw new IOException("the archive is cut after " + bytes.length + " bytes");
        return start + length;
    }

    static boolean isZero(byte[] bytes, int start, int end) {
        while (start < end && bytes[start] == 0) start++;
        return start >= end;
    }

    static String text(byte[] bytes, int start, int length) {
        return new String(bytes, start, length, StandardCharsets.UTF_8).split("\0", 2)[0];
    }

    static int octal(byte[] bytes, int start, int length) throws IOException {
        try {
            return Integer.parseInt(text(bytes, start, length).trim(), 8);
        } catch (NumberFormatException error) {
            throw new IOException("the archive is damaged at byte " + start);
        }
    }

    static void checkSum(byte[] tar, int place) throws IOException {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? ' ' : tar[place + i] & 0xff;
        if (sum != octal(tar, place + 148, 8)) throw new IOException("the archive is damaged at byte " + place);
    }

    /** Unpacks gzip data of one member or several. GZIPInputStream would say nothing of a damaged second one. */
    static byte[] gunzip(byte[] packed) throws IOException, DataFormatException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int place = 0;
        do {
            place = dataStart(packed, place);
            Inflater inflater = new Inflater(true);
            inflater.setInput(packed, place, packed.length - place);
            CRC32 crc = new CRC32();
            byte[] piece = new byte[65_536];
            while (!inflater.finished()) {
                int length = inflater.inflate(piece);
                if (length == 0 && inflater.needsInput()) throw new IOException("the gzip data is cut");
                crc.update(piece, 0, length);
                all.write(piece, 0, length);
            }
            place += (int) inflater.getBytesRead();
            ByteBuffer trailer = ByteBuffer.wrap(packed, place, need(packed, place, 8) - place).order(ByteOrder.LITTLE_ENDIAN);
            if (trailer.getInt() != (int) crc.getValue() || trailer.getInt() != (int) inflater.getBytesWritten()) throw new IOException("the gzip data is damaged");
            inflater.end();
            place += 8;
        } while (!isZero(packed, place, packed.length));
        byte[] log = all.toByteArray();
        return log.length > 1 && log[0] == 0x1f && log[1] == (byte) 0x8b ? gunzip(log) : log; // what was packed twice
    }

    /** Where the data of a gzip member starts [RFC 1952]. */
    static int dataStart(byte[] packed, int place) throws IOException {
        int start = need(packed, place, 10);
        if (packed[place] != 0x1f || packed[place + 1] != (byte) 0x8b || packed[place + 2] != 8) throw new IOException("no gzip data");
        int flags = packed[place + 3];
        if ((flags & 4) != 0) start = need(packed, start, 2) + (packed[start] & 0xff) + 256 * (packed[start + 1] & 0xff);
        for (int flag : new int[] {8, 16}) {
            if ((flags & flag) != 0) while (packed[need(packed, start, 1) - 1] != 0) start++;
            if ((flags & flag) != 0) start++;
        }
        return (flags & 2) != 0 ? start + 2 : start;
    }
}

/** JSON, to the letter: maps, lists, strings, booleans, null, and numbers as the text that they are. */
final class Json {
    static final int DEPTH = 500;

    /** A number's own text, so that not a digit is lost. */
    record Numeral(String text) {}

    private final String text;
    private int at = 0;
    private int depth = 0;

    private Json(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when the text is no JSON */
    static Object read(String text) {
        Json json = new Json(text);
        Object value = json.value();
        if (json.peek() != 0 || json.at < text.length()) throw json.wrong();
        return value;
    }

    static Map<String, Object> of(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        return object;
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("no JSON at character " + at);
    }

    /** The next character that is no white space; 0 at the end. */
    private char peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean skip(char mark) {
        if (peek() != mark) return false;
        at++;
        return true;
    }

    private void need(char mark) {
        if (!skip(mark)) throw wrong();
    }

    private Object value() {
        switch (peek()) {
            case '{': return object();
            case '[': return array();
            case '"': return string();
            case 't': return word("true", true);
            case 'f': return word("false", false);
            case 'n': return word("null", null);
            default: return number();
        }
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) throw wrong();
        at += word.length();
        return value;
    }

    private void enter() {
        at++;
        if (++depth > DEPTH) throw wrong();
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        enter();
        if (!skip('}')) {
            do {
                if (peek() != '"') throw wrong();
                String key = string();
                need(':');
                object.put(key, value());
            } while (skip(','));
            need('}');
        }
        depth--;
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        enter();
        if (!skip(']')) {
            do array.add(value());
            while (skip(','));
            need(']');
        }
        depth--;
        return array;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char mark = text.charAt(at);
            if (mark == '"') {
                at++;
                return out.toString();
            }
            if (mark < ' ') throw wrong();
            out.append(mark == '\\' ? escaped() : mark);
        }
        throw wrong();
    }

    private char escaped() {
        char mark = ++at < text.length() ? text.charAt(at) : 0;
        if (mark == 'u') {
            int code = 0;
            for (int i = 0; i < 4; i++) {
                int digit = ++at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
                if (digit < 0) throw wrong();
                code = code * 16 + digit;
            }
            return (char) code;
        }
        int known = "\"\\/bfnrt".indexOf(mark);
        if (mark == 0 || known < 0) throw wrong();
        return "\"\\/\b\f\n\r\t".charAt(known);
    }

    private Numeral number() {
        int start = at;
        if (at < text.length() && text.charAt(at) == '-') at++;
        if (at < text.length() && text.charAt(at) == '0') at++;
        else digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) | 32) == 'e') {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) at++;
            digits();
        }
        return new Numeral(text.substring(start, at));
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
        if (at == start) throw wrong();
    }

    /** ASCII alone. */
    static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        String separator = "";
        if (value instanceof String text) {
            quote(text, out);
        } else if (value instanceof Numeral number) {
            out.append(number.text());
        } else if (value instanceof Map<?, ?> map) {
            out.append('{');
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                quote((String) entry.getKey(), out.append(separator));
                write(entry.getValue(), out.append(':'));
                separator = ",";
            }
            out.append('}');
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (Object item : list) {
                write(item, out.append(separator));
                separator = ",";
            }
            out.append(']');
        } else {
            out.append(value);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char mark = text.charAt(i);
            if (mark == '"' || mark == '\\') out.append('\\').append(mark);
            else if (mark >= ' ' && mark < 127) out.append(mark);
            else out.append("\\u").append(Integer.toHexString(0x10000 | mark), 1, 5);
        }
        out.append('"');
    }
}
