import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log.contains('[ERROR] src/main/java/shop/PriceService.java:[9,39] `UUID.randomUUID` gives another value on every replay, and its value is used by the function of step `charge` [random-value]')
assert log =~ /replayed from OrderHandler\.handleRequest \(OrderHandler\.java:14\) > PriceService\.quote \(PriceService\.java:9\) > Ids\.fresh \(Ids\.java:\d+\)/
assert log =~ /\d+ library methods? entered/
