import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

def lines = log.replaceAll(/\u001B\[[0-9;]*m/, '').readLines().findAll { it.startsWith('[') }
assert lines.every { it.startsWith('[ERROR] ') }
assert lines[0].contains('PriceService.java:[9,65]')
assert !log.contains('[INFO]')
assert !log.contains('[WARNING]')
