#!/usr/bin/perl
# An adapter: tells the conformance kit how a Perl parser reads tracking logs.
#
#     edxgen conform -- perl adapter.pl
#
# The upper half is a parser; put yours in its place. The lower half speaks the kit's protocol, version 1.
use strict;
use warnings;
use Compress::Raw::Zlib;
use Encode qw(encode_utf8);
use JSON::PP;
use List::Util qw(any);
use Math::BigFloat;
use MIME::Base64 qw(decode_base64);

# allow_bignum keeps every digit; scientific notation keeps 1e999999999 from being written out.
my $json = JSON::PP->new->utf8->ascii->allow_bignum;
{
    no warnings 'redefine';
    *Math::BigFloat::bstr = \&Math::BigFloat::bsstr;
}

# JSON::PP takes so many digits for few enough, though not all such numbers fit in 64 bits; with an exponent it keeps each.
sub decode_text {
    my ($text) = @_;
    $text =~ s{("(?:[^"\\]|\\.)*+")|(?<![\d.eE+-])(-?\d{19,})(?![\d.eE])}{$1 // "$2e0"}ge if $text =~ /\d{19}/;
    return $json->decode($text);
}

my @FIELDS = qw(username host session time ip agent page event_source event_type event);
my @TODAYS = qw(name context referer accept_language);
my @LATER  = qw(problem_check problem_save problem_reset);
my %FORMS  = (documented => ['problem_check'], deployed => \@LATER, current => \@LATER);
my %EMPTY  = map { $_ => 1 } qw(page_close oe_show_full_feedback oe_show_respond_to_feedback);

# An object, or a string that encodes one. Anything else stands as it is, since payloads may have been cut.
sub read_object {
    my ($value) = @_;
    return $value if ref $value || !defined $value;
    my $parsed = eval { decode_text(encode_utf8($value)) };
    return ref $parsed eq 'HASH' ? $parsed : $value;
}

# Applies readers to the members of an object that are there.
sub read_inside {
    my ($value, %readers) = @_;
    $value = read_object($value);
    if (ref $value eq 'HASH') {
        for my $key (grep { exists $value->{$_} } keys %readers) {
            $value->{$key} = $readers{$key}->($value->{$key});
        }
    }
    return $value;
}

sub read_map {
    my $map = read_object($_[0]);
    if (ref $map eq 'HASH') {
        read_inside($_, queuestate => \&read_object) for grep { ref eq 'HASH' } values %$map;
    }
    return $map;
}

sub read_state { return read_inside($_[0], correct_map => \&read_map) }

my %SERVER = (correct_map => \&read_map, answers => \&read_object, map { $_ => \&read_state } qw(state old_state new_state));

sub decode_part {
    my ($text) = @_;
    $text =~ tr/+/ /;
    $text = encode_utf8($text);
    $text =~ s/%([0-9A-Fa-f]{2})/chr hex $1/ge;
    utf8::decode($text) or die "no UTF-8\n";
    return $text;
}

# Key to value, or to a list where a key comes more than once or ends in [].
sub decode_form {
    my (%inputs, %values);
    for my $pair (split /&/, $_[0]) {
        my ($key, $value) = map { decode_part($_ // '') } (split(/=/, $pair, 2), '')[0, 1];
        push @{ $values{$key} }, $value;
    }
    while (my ($key, $list) = each %values) {
        $inputs{$key} = @$list > 1 || $key =~ /\[\]\z/ ? $list : $list->[0];
    }
    return \%inputs;
}

sub read_form {
    my ($event, $dialect) = @_;
    return $event if ref $event || !defined $event;
    return {} if $dialect eq 'current' && $event eq '{}';
    my $text = $dialect eq 'deployed' ? eval { JSON::PP->new->utf8->allow_nonref->decode(encode_utf8($event)) } : $event;
    my $form = defined $text && !ref $text && eval { decode_form($text) };
    return $form || $event;
}

sub read_event {
    my ($line, $dialect) = @_;
    my ($source, $type, $event) = map { $_ // '' } @$line{qw(event_source event_type)};
    $event = $line->{event};
    return read_inside($event, %SERVER) if $source eq 'server';
    return $event if $source ne 'browser';
    return read_form($event, $dialect) if any { $_ eq $type } @{ $FORMS{$dialect} };
    return undef if $EMPTY{$type} && !ref $event && defined $event && $event eq '';
    return read_object($event);
}

sub read_line {
    my ($bytes, $dialect) = @_;
    $bytes =~ s/\A[^{]* \[tracking\] [^{]* - (?=\{)// if $dialect eq 'current';    # what Tutor puts before it
    my $line = decode_text($bytes);
    die "no JSON object\n" if ref $line ne 'HASH';
    my %record = map { $_ => $line->{$_} } grep { exists $line->{$_} } @FIELDS, $dialect eq 'current' ? @TODAYS : ();
    return { %record, session => $line->{session}, event => read_event($line, $dialect) };
}

# One answer a line. A line ends at a newline and at nothing else.
sub read_log {
    my ($bytes, $dialect, $want) = @_;
    $bytes =~ s/\A\xEF\xBB\xBF//;
    my @lines = split /\n/, $bytes, -1;
    pop @lines if @lines && $lines[-1] eq '';
    return [map {
        my $record = eval { read_line($_, $dialect) };
        my $error = $@;
        !$record ? { ok => JSON::PP::false, error => "$error" } : { ok => JSON::PP::true, $want eq 'records' ? (record => $record) : () };
    } @lines];
}

# The files of a tar: name and content.
sub read_tar {
    my ($tar) = @_;
    my ($place, $long, @files) = (0);
    for (;;) {
        my $block = substr $tar, $place, 512;
        die "the archive is cut\n" if length $block < 512;
        last if $block !~ /[^\0]/;
        my ($name, $size, $sum, $flag, $magic, $prefix) = unpack 'Z100 x24 Z12 x12 Z8 a1 x100 a6 x82 Z155', $block;
        substr($block, 148, 8) = ' ' x 8;
        die "the archive is damaged at byte $place\n" if unpack('%32C*', $block) != oct $sum;
        $size = oct $size;
        die "the archive is cut inside $name\n" if length($tar) < $place + 512 + $size;
        my $content = substr $tar, $place + 512, $size;
        # Only POSIX's headers have a prefix: GNU's have times in its place.
        $name = "$prefix/$name" if $magic eq "ustar\0" && $prefix ne '';
        if    ($flag eq 'x') { $long = $1 if $content =~ /^\d+ path=(.*)$/m }
        elsif ($flag eq 'L') { $long = unpack 'Z*', $content }
        else {
            push @files, [$long // $name, $content] if $flag =~ /[0\0]/;
            undef $long;
        }
        $place += 512 + 512 * int(($size + 511) / 512);
    }
    my $end = substr $tar, $place;
    die "the archive does not end as one does\n" if length $end < 1024 || $end =~ /[^\0]/;
    return @files;
}

# Unpacks gzip data of one member or several; zeros may follow the last.
sub unpack_gzip {
    my ($packed) = @_;
    my $content = '';
    do {
        my $inflater = Compress::Raw::Zlib::Inflate->new(WindowBits => WANT_GZIP, AppendOutput => 1);
        $inflater->inflate($packed, $content) == Z_STREAM_END or die "the gzip data is cut or damaged\n";
    } while $packed =~ /[^\0]/;
    return $content =~ /\A\x1f\x8b/ ? unpack_gzip($content) : $content;    # what was packed twice
}

sub read_archive {
    my ($path, $dialect, $want) = @_;
    open my $file, '<:raw', $path or die "$!\n";
    my $tar = do { local $/; <$file> };
    my @answers;
    for (read_tar($tar)) {
        my ($path_inside, $content) = @$_;
        my ($server, @rest) = grep { $_ ne '.' } split m{/}, $path_inside, -1;
        next if !@rest || any { $_ eq '' || /\A\./ } $server, @rest;
        my $name = join '/', @rest;
        $content = unpack_gzip($content) if $name =~ /\.gz\z/;
        push @answers, { server => $server, name => $name, lines => read_log($content, $dialect, $want) };
    }
    return \@answers;
}

my $HELLO = {
    protocol => 1,
    parser   => 'edxgen-example-perl',
    version  => '1.0',
    language => 'perl',
    level    => 'payload',
    dialects => [qw(documented deployed current)],
    strict   => [],
    archives => JSON::PP::true,
    limits   => { depth => 500 },
    window   => 16,
};

sub answer {
    my ($command) = @_;
    my ($dialect, $want) = @$command{qw(dialect want)};
    if ($command->{cmd} eq 'parse') {
        return { lines => read_log(join('', map { decode_base64($_) } @{ $command->{chunks} }), $dialect, $want) };
    }
    my $files = eval { read_archive($command->{path}, $dialect, $want) };
    return $files ? { files => $files } : { error => "$command->{path}: $@" };
}

$| = 1;
while (my $text = <STDIN>) {
    my $command = $json->decode($text);
    last if $command->{cmd} eq 'bye';
    my $reply = $command->{cmd} eq 'hello' ? $HELLO : { id => $command->{id}, %{ answer($command) } };
    print $json->encode($reply), "\n";
}
