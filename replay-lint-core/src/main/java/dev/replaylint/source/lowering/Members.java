package dev.replaylint.source.lowering;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.replaylint.program.BodyBuilder;
import dev.replaylint.program.BodyShape;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.MethodHeader;
import dev.replaylint.source.attribution.Resolved;
import java.util.List;
import java.util.Optional;

/** Lowers the members of one class. */
final class Members {

    private final Unit unit;
    private final ClassScope scope;
    private final Optional<MethodKey> enclosing;

    /** For local and anonymous classes, {@code enclosing} is the named method they stand in. */
    Members(Unit unit, ClassScope scope, Optional<MethodKey> enclosing) {
        this.unit = unit;
        this.scope = scope;
        this.enclosing = enclosing;
    }

    void lower(TypeDeclaration<?> type) {
        Initializers initializers = new Initializers(unit, scope, type.getMembers());
        initializers.lowerStatic(type);
        lowerMethods(type.getMembers());
        Constructors constructors = new Constructors(this, initializers);
        if (type instanceof RecordDeclaration record) {
            constructors.ofRecord(record);
            accessors(record);
        } else {
            constructors.of(type);
        }
    }

    void lowerAnonymous(
            ObjectCreationExpr creation, List<BodyDeclaration<?>> body, Optional<Resolved> superConstructor) {
        lowerMethods(body);
        new Constructors(this, new Initializers(unit, scope, body)).ofAnonymous(creation, superConstructor);
    }

    void lowerConstant(EnumConstantDeclaration constant, MethodKey superConstructor) {
        lowerMethods(constant.getClassBody());
        new Constructors(this, new Initializers(unit, scope, constant.getClassBody()))
                .ofConstant(constant, superConstructor);
    }

    private void lowerMethods(List<BodyDeclaration<?>> members) {
        for (BodyDeclaration<?> member : members) {
            if (member instanceof MethodDeclaration method) {
                method.getBody().ifPresent(b -> lowerMethod(method, b));
            }
        }
    }

    private void lowerMethod(MethodDeclaration method, BlockStmt block) {
        MethodKey key = key(unit.attribution.header(method));
        Location at = unit.at(method.getName());
        Lowering lowering = start(key, BodyShape.Kind.METHOD, !method.isStatic(), method.isSynchronized(), at);
        declare(lowering, method.getParameters(), 0);
        lowering.statements.lower(block);
        finish(lowering, method);
    }

    /** Accessors that a record declares without writing them (JLS 8.10.3). */
    private void accessors(RecordDeclaration record) {
        for (Parameter component : record.getParameters()) {
            String name = component.getNameAsString();
            boolean written = record.getMethodsBySignature(name).stream()
                    .anyMatch(m -> m.getParameters().isEmpty());
            if (written) {
                continue;
            }
            String type = unit.attribution
                    .declaredType(component.getType(), component)
                    .descriptor();
            MethodKey key = new MethodKey(scope.name(), name, "()" + (component.isVarArgs() ? "[" + type : type));
            Location at = unit.at(component);
            Lowering lowering = start(key, BodyShape.Kind.METHOD, true, false, at);
            Value field =
                    lowering.builder.fieldRead(new FieldKey(scope.name(), name), Optional.of(Value.This.THIS), at);
            lowering.builder.returns(Optional.of(field), at);
            finish(lowering, component);
        }
    }

    Unit unit() {
        return unit;
    }

    ClassScope scope() {
        return scope;
    }

    MethodKey key(MethodHeader header) {
        return new MethodKey(scope.name(), header.name(), header.descriptor());
    }

    Lowering start(MethodKey key, BodyShape.Kind kind, boolean instance, boolean monitor, Location at) {
        MethodKey named = enclosing.orElse(key);
        BodyShape shape =
                new BodyShape(kind, instance, Descriptors.parameters(key.descriptor()), 0, named, at, monitor);
        return new Lowering(unit, new BodyScope(new BodyBuilder(key, shape), scope, named, instance));
    }

    void declare(Lowering lowering, List<Parameter> parameters, int first) {
        for (int i = 0; i < parameters.size(); i++) {
            lowering.scope.declare(parameters.get(i).getNameAsString(), new Value.Parameter(first + i));
        }
    }

    void finish(Lowering lowering, Node declaration) {
        lowering.statements.fallOff(declaration);
        unit.add(lowering.builder.build());
    }
}
