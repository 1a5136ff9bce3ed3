String log = new File(basedir, 'build.log').text

// All of it was met, and is seen.
['\\u000a: :error: :file # #[stop-commands]file\\u000d\\u001b[2J', 'Bill\\u202eHandler',
    '\\u000a: :error: :operation # #[add-mask]operation\\u001b[2J', '\\u000a: :error: :rule # #[rule]\\u001b[2J',
    'Broken.java:[4] '].each { assert log.contains(it) }
assert log.contains('it was not analysed')
assert log.contains('Caused by: dev.replaylint.maven.SafeCause: dev.replaylint.ConfigurationReader$Invalid: ')

// What the runner of GitHub Actions takes for a command is ours.
def commands = log.readLines().findAll { it.stripLeading().startsWith('::') }
assert commands.size() == 6
assert commands.every { it ==~ /::(error|warning|notice) file=[^:,]*(%[^:,]*)*,line=\d+(,col=\d+)?,title=[a-z-]+::[^:].*/ }
assert commands.every { !it.substring(2).replaceFirst('::', '').contains('::') }
assert !log.contains('##[')
assert log.replaceAll(/\u001B\[[0-9;]*m/, '').codePoints().filter { Character.isISOControl(it) }.distinct().boxed().toList() - [10, 9] == []
assert !new File(basedir, 'summary.md').text.contains('::')
true
