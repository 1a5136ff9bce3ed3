import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log.contains('[ERROR] src/main/java/shop/PriceService.java:[9,65]')
assert log.contains('BUILD SUCCESS')
