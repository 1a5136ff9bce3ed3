import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log =~ /replay-lint\.yml:2:3: there is no rule `wall-clok`; did you mean `wall-clock`\?/
