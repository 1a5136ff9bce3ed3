import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

def lines = log.readLines().findAll { it.contains('] ') && !it.contains('-> [Help') && it.startsWith('[') && !it.contains('[Help') }
assert lines.take(3).every { it.startsWith('[ERROR] ') }
assert lines[0].contains('PriceService.java:[9,69]')
assert !log.contains('[INFO]')
assert !log.contains('[WARNING]')
