import groovy.io.FileType
import java.nio.file.Files

// Other checkouts of the same project, with its configuration of the cache.
List<File> files = [new File(basedir, 'pom.xml')]
['.mvn', 'prices', 'orders'].each { new File(basedir, it).eachFileRecurse(FileType.FILES) { files << it } }
['other', 'configured', 'recorded'].each { String checkout ->
    files.each {
        File to = new File(basedir, "${checkout}/${basedir.toPath().relativize(it.toPath())}")
        to.parentFile.mkdirs()
        Files.copy(it.toPath(), to.toPath())
    }
}
new File(basedir, 'configured/replay-lint.yml').text = 'severities:\n  random-value: off\n'
Files.copy(
    new File(basedir, 'baseline.json').toPath(), new File(basedir, 'recorded/orders/replay-lint-baseline.json').toPath())
return true
