package org.fiscalloop.docs;

import static com.google.common.base.CaseFormat.LOWER_CAMEL;
import static com.google.common.base.CaseFormat.UPPER_CAMEL;
import static com.google.common.collect.MoreCollectors.toOptional;
import static java.util.Comparator.comparingLong;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.fiscalloop.journal.Shape;

/** What the Javadoc of the library says of classes, their members and the fields of shapes, in one plain line. */
final class Javadoc {
    /** What is said of a class itself stands under this name of a member. */
    static final String ITSELF = "";

    private static final Path SOURCES = Path.of("src", "main", "java");

    /** Where a field is told of that its class has otherwise: a class and its member. */
    private static final ImmutableMap<String, String> OTHERWISE = ImmutableMap.<String, String>builder()
            .put("command sender", "flow.InputId sender")
            .put("command id", "flow.InputId value")
            .put("notice sender", "flow.InputId sender")
            .put("notice id", "flow.InputId value")
            .put("account parent", "ledger.Account parentCode")
            .put("code-table code", "masterdata.Catalogue code")
            .put("code-table catalogue", "masterdata.Catalogue " + ITSELF)
            .put("code-table owner", "masterdata.CodeTable.Scope owner")
            .put("code-table firstYear", "masterdata.CodeTables.EconomicMapping firstYear")
            .put("code-table lastYear", "masterdata.CodeTables.EconomicMapping lastYear")
            .put("economic-mapping rows", "masterdata.CodeTables.EconomicMapping byDepartment")
            .put("lifecycle reviews", "lifecycle.LifecycleBuilder review")
            .put("lifecycle ends", "lifecycle.LifecycleBuilder end")
            .put("lifecycle resting", "lifecycle.LifecycleBuilder resting")
            .put("lifecycle-review approve", "lifecycle.ReviewActions approve")
            .put("lifecycle-review return", "lifecycle.ReviewActions returnOne")
            .put("opened-balance debitIncrease", "ledger.Balance debitIncrease")
            .put("opened-balance debitDecrease", "ledger.Balance debitDecrease")
            .put("opened-balance creditIncrease", "ledger.Balance creditIncrease")
            .put("opened-balance creditDecrease", "ledger.Balance creditDecrease")
            .put("amount yuan", "decision.Fact.Amount fen")
            .put("term yuan", "decision.Term amount")
            .put("input-id id", "flow.InputId value")
            .put("lifecycle-review returnToEntry", "lifecycle.ReviewActions returnToEntry")
            .put("lifecycle-review withdraw", "lifecycle.ReviewActions withdraw")
            .buildOrThrow();

    private final Map<String, Map<String, String>> texts = new HashMap<>();
    private final SetMultimap<String, String> supertypes = LinkedHashMultimap.create();
    private final SetMultimap<String, String> classesOfShape = LinkedHashMultimap.create();
    private final SetMultimap<ImmutableList<String>, String> enumsOfWords = LinkedHashMultimap.create();

    Javadoc() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            DocTrees trees = DocTrees.instance(task);
            for (var unit : task.parse()) {
                new Scanner(trees, unit.getImports())
                        .scan(unit, unit.getPackageName().toString());
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What a member of a class is, by the full name of the class. */
    String of(String type, String member) {
        return find(type, member).orElseThrow(() -> missing(type + " " + member));
    }

    /** What a field of a shape is: the component or method of its name in the class that the sources give the shape. */
    String of(Shape<?> shape, String field) {
        String otherwise = OTHERWISE.get(shape.name() + " " + field);
        if (otherwise != null) {
            List<String> member = Splitter.on(' ').splitToList("org.fiscalloop." + otherwise);
            return of(member.get(0), member.get(1));
        }
        Stream<String> classes = shape.tag() > 0
                ? Stream.of(shape.family().getCanonicalName())
                : classesOfShape.get(shape.name()).stream();
        return classes.max(comparingLong(type -> known(type, shape)))
                .flatMap(type -> find(type, field))
                .orElseThrow(() -> missing("field " + field + " of " + shape.name()));
    }

    private long known(String type, Shape<?> shape) {
        return shape.fields().stream()
                .filter(field -> find(type, field.name()).isPresent())
                .count();
    }

    /** The full name of the only enum that has these constants. */
    String enumOf(ImmutableList<String> words) {
        return enumsOfWords.get(words).stream().collect(toOptional()).orElseThrow(() -> missing("one of " + words));
    }

    private Optional<String> find(String type, String member) {
        return Optional.ofNullable(texts.getOrDefault(type, Map.of()).get(member))
                .filter(text -> !text.isEmpty())
                .or(() -> supertypes.get(type).stream()
                        .flatMap(above -> find(above, member).stream())
                        .findFirst());
    }

    private static IllegalStateException missing(String what) {
        return new IllegalStateException("no Javadoc says what " + what + " is");
    }

    private static String plain(List<? extends DocTree> text) {
        return CharMatcher.whitespace()
                .trimAndCollapseFrom(text.stream().map(Javadoc::plain).collect(Collectors.joining()), ' ');
    }

    /** The words of a text; of a link its label or else the member; of a mark such as a paragraph nothing. */
    private static String plain(DocTree text) {
        if (text instanceof TextTree words) {
            return words.getBody();
        }
        if (text instanceof LiteralTree literal) {
            return literal.getBody().getBody();
        }
        if (text instanceof LinkTree link) {
            String member = link.getReference().getSignature().replaceFirst(".*#", "");
            return link.getLabel().isEmpty() ? member : plain(link.getLabel());
        }
        return " ";
    }

    /** Goes through one file; the argument is the full name of what encloses a tree. */
    private final class Scanner extends TreePathScanner<Void, String> {
        private final DocTrees trees;
        private final List<? extends ImportTree> imports;

        Scanner(DocTrees trees, List<? extends ImportTree> imports) {
            this.trees = trees;
            this.imports = imports;
        }

        @Override
        public Void visitClass(ClassTree tree, String outer) {
            String name = outer + "." + tree.getSimpleName();
            say(name, ITSELF);
            tree.getImplementsClause().forEach(above -> supertypes.putAll(name, fullNames(above, outer)));
            said().stream()
                    .flatMap(said -> said.getBlockTags().stream())
                    .flatMap(tag -> tag instanceof ParamTree param ? Stream.of(param) : Stream.empty())
                    .forEach(param -> {
                        put(name, param.getName().toString(), param.getDescription());
                        put(name, property(param.getName().toString()), param.getDescription());
                    });
            if (tree.getKind() == Tree.Kind.ENUM) {
                enumsOfWords.put(
                        tree.getMembers().stream()
                                .flatMap(member -> member instanceof VariableTree constant
                                                && constant.getInitializer() instanceof NewClassTree
                                                && constant.getType().toString().contentEquals(tree.getSimpleName())
                                        ? Stream.of(constant.getName().toString())
                                        : Stream.empty())
                                .collect(ImmutableList.toImmutableList()),
                        name);
            }
            return super.visitClass(tree, name);
        }

        @Override
        public Void visitMethod(MethodTree tree, String outer) {
            say(outer, property(tree.getName().toString()));
            return super.visitMethod(tree, outer);
        }

        @Override
        public Void visitVariable(VariableTree tree, String outer) {
            say(outer, tree.getName().toString());
            return super.visitVariable(tree, outer);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, String outer) {
            if (tree.getMethodSelect().toString().equals("Shape.nested")) {
                String name = tree.getArguments().get(0).toString().replace("\"", "");
                tree.getTypeArguments().forEach(type -> classesOfShape.putAll(name, fullNames(type, outer)));
            }
            return super.visitMethodInvocation(tree, outer);
        }

        /** What a field is called whose value is read by a method of this name. */
        private String property(String method) {
            return method.matches("is[A-Z].*") ? UPPER_CAMEL.to(LOWER_CAMEL, method.substring(2)) : method;
        }

        private void say(String type, String member) {
            said().ifPresent(said -> put(type, member, said.getFullBody()));
        }

        private Optional<DocCommentTree> said() {
            return Optional.ofNullable(trees.getDocCommentTree(getCurrentPath()));
        }

        private void put(String type, String member, List<? extends DocTree> text) {
            texts.computeIfAbsent(type, absent -> new HashMap<>()).putIfAbsent(member, plain(text));
        }

        /** The full names that a name may stand for: the imported one, or one in each of what encloses it. */
        private Set<String> fullNames(Tree type, String outer) {
            String name = type.toString().replaceFirst("<.*", "");
            String head = name.replaceFirst("\\..*", "");
            for (ImportTree imported : imports) {
                String full = imported.getQualifiedIdentifier().toString();
                if (full.endsWith("." + head)) {
                    return Set.of(full + name.substring(head.length()));
                }
            }
            Set<String> names = new LinkedHashSet<>();
            for (String scope = outer; scope.contains("."); scope = scope.substring(0, scope.lastIndexOf('.'))) {
                names.add(scope + "." + name);
            }
            return names;
        }
    }
}
