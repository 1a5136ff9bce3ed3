String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log =~ /(?m)^\[INFO\] rule +default +here +set in$/
assert log =~ /(?m)^\[INFO\] any-of +error +error +default$/
assert log =~ /(?m)^\[INFO\] replay-logging +info +off +replay-lint\.yml:2$/
assert log =~ /(?m)^\[INFO\] renamed-operation +error +info +parameter manifestSeverity$/
assert log =~ /(?m)^\[INFO\] wall-clock +error +warning +replay-lint\.yml:3$/

assert log.contains('[INFO] wall-clock: clock read in replayed code\n' +
    '[INFO] Up to error, since 0.1.0; here warning (replay-lint.yml:3)\n[INFO] \n[INFO] What it reports\n')
assert log.contains('[INFO] https://replaylint.dev/rules/wall-clock\n')
String page = log.substring(log.indexOf('[INFO] wall-clock: '), log.indexOf('[INFO] https://'))
assert page.readLines().every { it.length() <= 100 || it.startsWith('[INFO]     ') }
assert !page.contains('\u001b')

// Colours where they are asked for: Maven has none in a build that writes into a file.
assert log.contains('\u001b[1many-of\u001b[m: ')
assert log.contains('there is no rule `wall-clok`; did you mean `wall-clock`?')
assert log.contains('there is no rule `clock`; did you mean `wall-clock`?')
