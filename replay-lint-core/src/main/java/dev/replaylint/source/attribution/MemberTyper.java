package dev.replaylint.source.attribution;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.MethodHeader;
import java.util.List;

/** Members of classes: each is the root of one attribution pass. */
final class MemberTyper {

    private final Typers typers;

    MemberTyper(Typers typers) {
        this.typers = typers;
    }

    /** Attributes everything in a class. */
    void all(SourceHeader header) {
        if (header.node() instanceof EnumDeclaration e) {
            e.getEntries().forEach(c -> member(c, header));
        }
        header.body().forEach(m -> member(m, header));
    }

    void member(BodyDeclaration<?> member, SourceHeader header) {
        Scope scope = header.bodyScope();
        if (member instanceof TypeDeclaration<?> t) {
            typers.index.header(t).ifPresent(this::all);
        } else if (member instanceof FieldDeclaration f) {
            field(f, header);
        } else if (member instanceof MethodDeclaration m) {
            m.getBody().ifPresent(b -> code(m, m.getParameters(), b, header));
        } else if (member instanceof ConstructorDeclaration c) {
            code(c, c.getParameters(), c.getBody(), header);
        } else if (member instanceof CompactConstructorDeclaration c) {
            compact(c, header);
        } else if (member instanceof InitializerDeclaration i) {
            Scope inside = scope.code(i.isStatic(), new Exit(Target.NONE));
            typers.facts.scope(i, inside);
            typers.statements.run(i.getBody(), inside);
        } else if (member instanceof EnumConstantDeclaration c) {
            typers.creations.enumConstant(c, scope.code(true, new Exit(Target.NONE)));
        }
    }

    private void field(FieldDeclaration field, SourceHeader header) {
        boolean isStatic = field.isStatic() || header.isInterface();
        for (VariableDeclarator variable : field.getVariables()) {
            Scope scope = header.bodyScope().code(isStatic, new Exit(Target.NONE));
            JavaType type = header.members()
                    .field(variable.getNameAsString())
                    .map(FieldHeader::type)
                    .orElse(Special.UNKNOWN);
            variable.getInitializer().ifPresent(i -> typers.expressions.type(i, scope, Target.of(type)));
        }
    }

    private void code(BodyDeclaration<?> member, NodeList<Parameter> parameters, BlockStmt body, SourceHeader header) {
        MethodHeader method = header.members().of(member).orElseThrow();
        Target target = method.result() == Primitive.VOID ? Target.NONE : Target.of(method.result());
        Scope inside = header.bodyScope().code(method.isStatic(), new Exit(target));
        inside.declare(method.typeParameters());
        typers.facts.scope(member, inside);
        declare(parameters, method.parameters(), inside);
        typers.statements.run(body, inside);
    }

    private void compact(CompactConstructorDeclaration constructor, SourceHeader header) {
        Scope inside = header.bodyScope().code(false, new Exit(Target.NONE));
        typers.facts.scope(constructor, inside);
        if (header.node() instanceof RecordDeclaration r) {
            List<JavaType> types = r.getParameters().stream()
                    .map(p -> header.members()
                            .field(p.getNameAsString())
                            .map(FieldHeader::type)
                            .orElse(Special.UNKNOWN))
                    .toList();
            declare(r.getParameters(), types, inside);
        }
        typers.statements.run(constructor.getBody(), inside);
    }

    private static void declare(List<Parameter> parameters, List<JavaType> types, Scope scope) {
        for (int i = 0; i < parameters.size(); i++) {
            scope.declare(parameters.get(i).getNameAsString(), types.get(i));
        }
    }
}
