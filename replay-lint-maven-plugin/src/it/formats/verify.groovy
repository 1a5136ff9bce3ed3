String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')
assert log.contains('replay-lint found 1 error (failOn=error); see above or target/replay-lint/index.html')
assert log.contains('[INFO]     details: target/replay-lint/index.html')
assert log.contains('[INFO]     details: target/replay-lint/replay-lint.md')
assert log.contains('replay-lint.formats has `pdf`; it can have sarif, json, html and markdown')

File directory = new File(basedir, 'target/replay-lint')
assert directory.list().sort() == ['index.html', 'replay-lint.md']
String html = new File(directory, 'index.html').text
assert html.startsWith('<!DOCTYPE html>')
assert html.contains('class="l here"><span class="no">9</span>')
assert html.contains('aria-label="wait warehouse, OrderHandler.java line 16"')
assert !html.contains(basedir.path)
String markdown = new File(directory, 'replay-lint.md').text
assert markdown.contains('**1 error**')
assert markdown.contains('```mermaid\nflowchart TD\n')
assert !markdown.contains(basedir.path)
