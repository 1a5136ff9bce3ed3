package dev.replaylint.source.attribution;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassIndex;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.MethodHeader;
import dev.replaylint.source.attribution.SourceHeader.Anonymous;
import dev.replaylint.source.attribution.SourceHeader.Identity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The classes of an analysis: those of source files first, then those of the class path. Not safe for use by several threads.
 */
public final class SourceTypes implements ClassIndex {

    private final ClassIndex classPath;
    private final SourceFinder finder;
    private final TypeNames names;
    private final HeaderReader reader;
    private final ClassNames classNames = new ClassNames();
    private final Map<String, ClassHeader> sources = new HashMap<>();
    private final Map<String, Optional<ClassHeader>> found = new HashMap<>();
    private final Map<Node, SourceHeader> byNode = new IdentityHashMap<>();
    private final Map<CompilationUnit, Scope> units = new IdentityHashMap<>();
    private final Set<String> packages = new HashSet<>();
    private int packagesSeen;

    /**
     * A view of sources over a class path.
     *
     * @param classPath where to look for classes that are in no source file
     */
    public SourceTypes(ClassIndex classPath, SourceFinder finder) {
        this.classPath = classPath;
        this.finder = finder;
        this.names = new TypeNames(this);
        this.reader = new HeaderReader(names);
    }

    TypeNames names() {
        return names;
    }

    HeaderReader reader() {
        return reader;
    }

    ClassNames classNames() {
        return classNames;
    }

    /** Makes the classes of a parsed file known; of two classes with one name that of the file which the finder names. */
    public void add(CompilationUnit unit) {
        if (units.containsKey(unit)) {
            return;
        }
        Scope scope = new Scope(new FileScope(unit));
        units.put(unit, scope);
        addPackage(scope.file().packageName());
        for (TypeDeclaration<?> type : unit.getTypes()) {
            String name = scope.file().qualified(type.getNameAsString());
            boolean elsewhere = finder.unitOf(name).filter(u -> u != unit).isPresent();
            if (!elsewhere && !sources.containsKey(name)) {
                declare(type, name, Optional.empty(), scope);
            }
        }
    }

    private void addPackage(String name) {
        String prefix = name;
        while (!prefix.isEmpty() && packages.add(prefix)) {
            prefix = prefix.substring(0, Math.max(prefix.lastIndexOf('.'), 0));
        }
    }

    private SourceHeader declare(TypeDeclaration<?> type, String name, Optional<SourceHeader> outer, Scope enclosing) {
        int flags = Flags.of(
                type, outer.isPresent(), outer.filter(SourceHeader::isInterface).isPresent());
        Identity identity = new Identity(
                name,
                type.getNameAsString(),
                outer.map(SourceHeader::name).filter(o -> name.equals(o + "$" + type.getNameAsString())),
                Flags.kind(type),
                flags,
                Flags.annotations(type));
        SourceHeader header = new SourceHeader(identity, type, enclosing, reader);
        register(header);
        LombokBuilder.of(type).ifPresent(b -> declareBuilder(b, header));
        return header;
    }

    private void register(SourceHeader header) {
        byNode.put(header.node(), header);
        sources.put(header.name(), header);
        found.remove(header.name());
        for (BodyDeclaration<?> member : header.body()) {
            if (member instanceof TypeDeclaration<?> t) {
                declare(t, header.name() + "$" + t.getNameAsString(), Optional.of(header), header.bodyScope());
            }
        }
    }

    private void declareBuilder(LombokBuilder builder, SourceHeader built) {
        String name = built.name() + "$" + builder.className();
        if (sources.containsKey(name)) {
            return;
        }
        sources.put(name, new GeneratedHeader(builder.className(), built, JavaType.OBJECT, () -> {
            DeclaredMembers members = new DeclaredMembers(name);
            builder.addMembers(members, reader, built.bodyScope());
            built.superclass().ifPresent(s -> inheritSetters(s, members));
            return members;
        }));
        found.remove(name);
    }

    /** With {@code @SuperBuilder}, setters of inherited properties return the subclass's builder. */
    private void inheritSetters(ClassType superclass, DeclaredMembers members) {
        String simpleName = superclass.name().substring(superclass.name().lastIndexOf('.') + 1);
        String builder = superclass.name() + "$" + simpleName.substring(simpleName.lastIndexOf('$') + 1) + "Builder";
        List<MethodHeader> inherited = sources.get(builder) instanceof GeneratedHeader h ? h.methods() : List.of();
        for (MethodHeader method : inherited) {
            boolean setter = method.parameters().size() == 1;
            if (setter && !members.has(method.name(), 1)) {
                members.addImplicit(method.name(), method.parameters(), new ClassType(members.owner()), method.flags());
            }
        }
    }

    /** Declares a class in the middle of a body; members of it too. */
    SourceHeader declareLocal(TypeDeclaration<?> type, Scope scope) {
        SourceHeader known = byNode.get(type);
        if (known != null) {
            scope.declareClass(type.getNameAsString(), known.name());
            return known;
        }
        String name = classNames.of(type).orElseThrow();
        scope.declareClass(type.getNameAsString(), name);
        return declare(type, name, Optional.empty(), scope);
    }

    /** Declares the class body of a creation or enum constant. */
    SourceHeader declareAnonymous(Anonymous creation, Scope scope) {
        String name = classNames.of(creation.node()).orElseThrow();
        Identity identity = new Identity(name, "", Optional.empty(), ClassHeader.ClassKind.CLASS, 0, List.of());
        SourceHeader header = new SourceHeader(identity, creation, scope, reader);
        register(header);
        return header;
    }

    /** The header made for a declaration. */
    Optional<SourceHeader> header(Node declaration) {
        return Optional.ofNullable(byNode.get(declaration));
    }

    /** The outermost scope of a file, which is made known if it was not. */
    Scope scope(CompilationUnit unit) {
        add(unit);
        return units.getOrDefault(unit, new Scope(new FileScope(unit)));
    }

    /**
     * The node that declares a class: a type declaration, or the creation expression or enum constant with its body. Local
     * and anonymous classes are known once the code around them has been attributed.
     */
    public Optional<Node> declaration(String binaryName) {
        find(binaryName);
        return sources.get(binaryName) instanceof SourceHeader h ? Optional.of(h.node()) : Optional.empty();
    }

    @Override
    public Optional<ClassHeader> find(String binaryName) {
        ClassHeader source = sources.get(binaryName);
        if (source != null) {
            return Optional.of(source);
        }
        Optional<ClassHeader> known = found.get(binaryName);
        if (known == null) {
            known = look(binaryName);
            found.put(binaryName, known);
        }
        return known;
    }

    private Optional<ClassHeader> look(String binaryName) {
        for (int end = binaryName.length(); end > 0; end = binaryName.lastIndexOf('$', end - 1)) {
            finder.unitOf(binaryName.substring(0, end)).ifPresent(this::add);
            ClassHeader source = sources.get(binaryName);
            if (source != null) {
                return Optional.of(source);
            }
        }
        return classPath.find(binaryName);
    }

    @Override
    public boolean hasPackage(String name) {
        if (finder.packages().size() != packagesSeen) {
            finder.packages().forEach(this::addPackage);
            packagesSeen = finder.packages().size();
        }
        return packages.contains(name) || classPath.hasPackage(name);
    }
}
