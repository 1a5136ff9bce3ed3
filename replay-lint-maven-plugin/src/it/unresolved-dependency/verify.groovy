import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log =~ /\[WARNING\] replay-lint: 1 of \d+ dependencies cannot be resolved, calls into them are not followed: shop:no-such-library:jar:1/
assert log.contains('no problems')
