import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log =~ /\[ERROR\] src\/main\/java\/shop\/EventHandler\.java:\[21,23\] `LocalTime\.now` returns another time on every replay, and its value decides whether step `(queue|ship)` runs \[wall-clock\]/
assert log.contains('1 durable handler, 3 operations, 2 files')
assert !log.contains('not analysed')
