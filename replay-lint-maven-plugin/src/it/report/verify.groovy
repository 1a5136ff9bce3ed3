String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')
assert log.contains('[INFO]     report: target/replay-lint/index.html')

String alone = new File(basedir, 'target/replay-lint/index.html').text
assert alone.contains('1 error')
assert alone.contains('Workflow graph of OrderHandler.handleRequest')

String inSite = new File(basedir, 'target/site/replay-lint/index.html').text
assert inSite == alone
String reports = new File(basedir, 'target/site/project-reports.html').exists()
    ? new File(basedir, 'target/site/project-reports.html').text
    : new File(basedir, 'target/site/replay-lint/index.html').text
assert reports.contains('replay-lint')
