import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log.contains('BUILD SUCCESS')
assert log =~ /\[WARNING\] src\/main\/java\/shop\/PriceService\.java:\[\d+,\d+\] `[^`]+` .* \[wall-clock\]/
assert log =~ /replay-lint found 1 warning.* \(failOn=warning\)/
