import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log.contains('[ERROR] src/main/java/shop/PriceService.java:[9,16] `Ledger.post` runs again on every replay, and repeats its effect [io-outside-step]')
