<?php
// Lets edxgen ask a parser of edX tracking logs: edxgen conform -- php adapter.php

/** Reads a line (without its newline); throws where it is no record. Put your parser in its place. */
function parse(string $line): object
{
    // Objects, not arrays: an empty object would become an empty list. Integers that do not fit stay text, not floats.
    $flags = JSON_THROW_ON_ERROR | JSON_BIGINT_AS_STRING;
    try {
        $record = json_decode($line, false, 100_000, $flags);
    } catch (JsonException $error) {
        if ($error->getCode() !== JSON_ERROR_INVALID_PROPERTY_NAME) {
            throw $error;
        }
        $record = (object) json_decode($line, true, 100_000, $flags); // no object of PHP has a key that begins with NUL
    }
    if (!is_object($record)) {
        throw new UnexpectedValueException('no object');
    }
    return $record;
}

/** @return list<string> */
function lines_of(string $log): array
{
    $lines = explode("\n", preg_replace('/^\xEF\xBB\xBF/', '', $log)); // without a byte order mark
    if (end($lines) === '') {
        array_pop($lines);
    }
    return $lines;
}

function answer(string $line, string $want): array
{
    try {
        $record = parse($line);
    } catch (Exception $error) {
        return ['ok' => false, 'error' => $error->getMessage()];
    }
    return $want === 'records' ? ['ok' => true, 'record' => $record] : ['ok' => true];
}

function say(array $message): void
{
    // json_encode escapes what is not ASCII.
    fwrite(STDOUT, json_encode($message, JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION, 100_000) . "\n");
    fflush(STDOUT); // the kit waits for it
}

ini_set('memory_limit', '-1');
while (($text = fgets(STDIN)) !== false) {
    $command = json_decode($text, true, 512, JSON_THROW_ON_ERROR);
    if ($command['cmd'] === 'hello') {
        // level: how deep your parser reads: lines, fields or payload. Begin with lines.
        say(['protocol' => 1, 'parser' => 'my-parser', 'language' => 'php', 'level' => 'lines', 'dialects' => ['documented'], 'window' => 8]);
    } elseif ($command['cmd'] === 'parse') {
        $log = implode('', array_map('base64_decode', $command['chunks']));
        say(['id' => $command['id'], 'lines' => array_map(fn($line) => answer($line, $command['want']), lines_of($log))]);
    } elseif ($command['cmd'] === 'bye') {
        break;
    }
}
