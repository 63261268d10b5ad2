package org.fiscalloop.masterdata;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.fiscalloop.decision.Check;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Segments;

/**
 * The rules of the coding block (要素规则): which elements there are, and what must be true of them together.
 *
 * @param declarations the elements in the order in which they are judged; each code once
 * @param controls what must be true of the codes together, asked after each has been judged by itself
 */
public record ElementRules(ImmutableList<ElementRules.Declaration> declarations, Controls<ElementRules.Use> controls) {

    /** No coding block can be without a standard element, so no kind of document has to ask for it. */
    private static final ImmutableSet<String> NOT_ASKED = ImmutableSet.of();

    private static final ImmutableSet<Dimension> SLOTS = ImmutableSet.copyOf(Dimensions.SLOTS);

    private static final ElementRules NATIONAL = new ElementRules(
            ImmutableList.<Declaration>builder()
                    .add(standard(Elements.PROJECT, "project", "项目", Optional.empty()))
                    .add(standard(Elements.FUNCTION, Catalogue.FUNCTION))
                    .add(standard(Elements.GOVERNMENT_ECONOMIC, Catalogue.GOVERNMENT_ECONOMIC))
                    .add(standard(Elements.DEPARTMENT_ECONOMIC, Catalogue.DEPARTMENT_ECONOMIC))
                    .add(standard(Elements.FUND, Catalogue.FUND))
                    .addAll(Labels.NATIONAL)
                    .build(),
            new Controls<>(ImmutableList.<Control<Use>>builder()
                    .add(Control.adjustable(
                            MasterdataReasons.ECONOMIC_MAPPING, Severity.HARD, ElementRules::economicMapping))
                    .add(Control.statutory(MasterdataReasons.FUND_KIND, ElementRules::fundKind))
                    .addAll(Labels.CONTROLS)
                    .build()));

    /**
     * The declaration of an element (要素声明): one that every coding block has, or an extra one that a division adds to it.
     *
     * @param code its name on a coding block, letters, digits, hyphens and underscores
     * @param name the name in English
     * @param nameZh the name in 中文
     * @param codeSet the catalogue whose leaf codes are its values; none where any value is allowed
     * @param requiredOn the kinds of documents that must have it
     * @param inherited whether a document must have it as the document has it on which it draws
     * @param setOn the kinds of documents that may give an inherited element a value where the document on which they draw has
     *     none and is of another kind; empty where any document may
     * @param controllable whether a limit may be set by it
     * @param dimension by which the ledgers keep balances of it: its own for a standard element, one of {@link
     *     Dimensions#SLOTS extra-1 and so on} for an extra one; none where they do not
     * @param source where the declaration comes from
     */
    public record Declaration(
            String code,
            String name,
            String nameZh,
            Optional<Catalogue> codeSet,
            ImmutableSet<String> requiredOn,
            boolean inherited,
            ImmutableSet<String> setOn,
            boolean controllable,
            Optional<Dimension> dimension,
            Source source) {

        /** The declaration of an element that any document may fill where the document on which it draws leaves it open. */
        public Declaration(
                String code,
                String name,
                String nameZh,
                Optional<Catalogue> codeSet,
                ImmutableSet<String> requiredOn,
                boolean inherited,
                boolean controllable,
                Optional<Dimension> dimension,
                Source source) {
            this(code, name, nameZh, codeSet, requiredOn, inherited, NOT_ASKED, controllable, dimension, source);
        }

        public Declaration {
            if (!code.matches("[A-Za-z][A-Za-z0-9_-]*")) {
                throw new IllegalArgumentException("element code must be letters, digits, - and _: \"" + code + "\"");
            }
            if (name.isBlank() || nameZh.isBlank()) {
                throw new IllegalArgumentException("names must not be blank: " + code);
            }
            if (controllable && dimension.isEmpty()) {
                throw new IllegalArgumentException("only a dimension of the ledgers can be controlled: " + code);
            }
            ImmutableSet<Dimension> allowed =
                    Elements.STANDARD.contains(code) ? ImmutableSet.of(new Dimension(code)) : SLOTS;
            if (dimension.isPresent() && !allowed.contains(dimension.orElseThrow())) {
                throw new IllegalArgumentException("the dimension of " + code + " is one of "
                        + allowed.stream().map(Dimension::name).toList() + ", not "
                        + dimension.orElseThrow().name());
            }
        }

        /** Whether a document has it otherwise than it may, given what the document has on which it draws. */
        private boolean isOtherwise(Drawing drawing, BiPredicate<String, String> refines) {
            String given = drawing.own().value(code);
            String allowed = drawing.source().value(code);
            if (!inherited) {
                return false;
            }
            if (allowed.isEmpty()) {
                return !given.isEmpty() && !setOn.isEmpty() && !mayBeSet(drawing);
            }
            return !(code.equals(Elements.DEPARTMENT_ECONOMIC) ? refines.test(given, allowed) : given.equals(allowed));
        }

        private boolean mayBeSet(Drawing drawing) {
            return setOn.contains(drawing.kind()) && !setOn.contains(drawing.sourceKind());
        }
    }

    /**
     * A coding block and that of the document on which its document draws.
     *
     * @param own the block
     * @param kind the kind of document that carries it
     * @param source the block of the document on which it draws
     * @param sourceKind the kind of that document
     */
    public record Drawing(Elements own, String kind, Elements source, String sourceKind) {}

    /**
     * A coding block in use.
     *
     * @param kind the kind of the agency that spends
     */
    public record Use(Elements elements, AgencyKind kind, CodeTables tables) {

        private ImmutableList<CodeRow> path(Catalogue catalogue, String element) {
            return tables.path(catalogue, elements.value(element), elements.fiscalYear());
        }

        private Optional<String> kind(Catalogue catalogue, String element) {
            return tables.kind(catalogue, elements.value(element), elements.fiscalYear());
        }
    }

    public ElementRules {
        Set<String> codes = new HashSet<>();
        Set<Dimension> dimensions = new HashSet<>();
        for (Declaration declaration : declarations) {
            if (!codes.add(declaration.code())) {
                throw new IllegalArgumentException("element is declared twice: " + declaration.code());
            }
            if (declaration.dimension().isPresent()
                    && !dimensions.add(declaration.dimension().orElseThrow())) {
                throw new IllegalArgumentException("two elements take the dimension "
                        + declaration.dimension().orElseThrow().name() + ": " + declaration.code());
            }
        }
    }

    /** The nation's rules: the standard elements, inherited down the chain of documents. */
    public static ElementRules national() {
        return NATIONAL;
    }

    /**
     * These rules with one element more.
     *
     * @throws IllegalArgumentException if it is declared already
     */
    public ElementRules declaring(Declaration declaration) {
        return new ElementRules(
                ImmutableList.<Declaration>builder()
                        .addAll(declarations)
                        .add(declaration)
                        .build(),
                controls);
    }

    /**
     * These rules with other severities of their controls in force, by code.
     *
     * @throws IllegalArgumentException if there is no control with a code or it does not permit the severity
     */
    public ElementRules withSeverities(ImmutableMap<String, Severity> severities) {
        return new ElementRules(declarations, controls.withSeverities(severities));
    }

    /**
     * Everything that is wrong with a coding block: extra elements that are not declared; then, in declared order, those
     * that are missing and codes that may not stand on a document of the year; then the government economic code that
     * does not correspond to the department's for this kind of agency, and the function that is spending of another budget
     * than the fund.
     *
     * @param document the kind of document that carries the block
     */
    public Findings examine(Elements elements, AgencyKind kind, String document, CodeTables tables) {
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        for (String element : elements.extra().keySet()) {
            if (isUndeclared(element)) {
                refusals.add(undeclared(element));
            }
        }
        for (Declaration declaration : declarations) {
            refusals.addAll(
                    judge(declaration, elements.value(declaration.code()), elements.fiscalYear(), document, tables));
        }
        return new Findings(refusals.build(), ImmutableList.of())
                .and(controls.examine(new Use(elements, kind, tables)));
    }

    /**
     * The elements, in declared order, that a document has otherwise than the document on which it draws: an inherited
     * element must be the same (顺向可控, 逆向可溯), and one that the source leaves open may be filled by the documents that
     * its declaration names.
     *
     * @param refines whether a department economic code, given first, may stand where the source has the second
     */
    public ImmutableList<String> differing(Drawing drawing, BiPredicate<String, String> refines) {
        return declarations.stream()
                .filter(declaration -> declaration.isOtherwise(drawing, refines))
                .map(Declaration::code)
                .collect(toImmutableList());
    }

    /** The inherited extra elements, in declared order, that a block had and no longer has, or has otherwise. */
    public ImmutableList<String> removed(Elements before, Elements after) {
        return declarations.stream()
                .filter(declaration -> declaration.inherited() && !Elements.STANDARD.contains(declaration.code()))
                .map(Declaration::code)
                .filter(code ->
                        !before.value(code).isEmpty() && !before.value(code).equals(after.value(code)))
                .collect(toImmutableList());
    }

    /** A coding block with the extra elements of a document that the ledgers keep balances by. */
    public Segments block(Segments standard, Elements elements) {
        Segments block = standard;
        for (Declaration declaration : declarations) {
            Optional<Dimension> slot = declaration.dimension().filter(SLOTS::contains);
            if (slot.isPresent()) {
                block = block.with(slot.get(), elements.value(declaration.code()));
            }
        }
        return block;
    }

    /** What is wrong with extra elements that stand on a document without a coding block. */
    public Findings extras(String document, int year, ImmutableMap<String, String> extra, CodeTables tables) {
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        for (String element : extra.keySet()) {
            if (isUndeclared(element)) {
                refusals.add(undeclared(element));
            }
        }
        for (Declaration declaration : declarations) {
            if (!Elements.STANDARD.contains(declaration.code())) {
                refusals.addAll(judge(declaration, extra.getOrDefault(declaration.code(), ""), year, document, tables));
            }
        }
        return new Findings(refusals.build(), ImmutableList.of());
    }

    private boolean isUndeclared(String element) {
        return declarations.stream().noneMatch(declaration -> declaration.code().equals(element));
    }

    private Refusal undeclared(String element) {
        return Refusal.of(
                MasterdataReasons.ELEMENT_UNDECLARED,
                Facts.of("element", Fact.text(element))
                        .and(
                                Refusal.ALLOWED,
                                Fact.texts(declarations.stream()
                                        .map(Declaration::code)
                                        .filter(code -> !Elements.STANDARD.contains(code))
                                        .toList())));
    }

    private static ImmutableList<Refusal> judge(
            Declaration declaration, String value, int year, String document, CodeTables tables) {
        if (value.isEmpty()) {
            return declaration.requiredOn().contains(document)
                    ? ImmutableList.of(Refusal.of(
                            MasterdataReasons.ELEMENT_MISSING,
                            Facts.of("element", Fact.text(declaration.code()))
                                    .and("name", Fact.text(declaration.nameZh()))
                                    .and("document", Fact.text(document))))
                    : ImmutableList.of();
        }
        return declaration
                .codeSet()
                .map(catalogue -> tables.leaf(catalogue, value, year).refusals())
                .orElse(ImmutableList.of())
                .stream()
                .map(refusal -> new Refusal(
                        refusal.reason(),
                        ImmutableMap.<String, Fact>builder()
                                .put("element", Fact.text(declaration.code()))
                                .putAll(refusal.facts())
                                .buildOrThrow()))
                .collect(toImmutableList());
    }

    /** Codes that are not valid have been refused by themselves and are not judged together. */
    private static ImmutableList<ImmutableMap<String, Fact>> economicMapping(Use use) {
        ImmutableList<CodeRow> department = use.path(Catalogue.DEPARTMENT_ECONOMIC, Elements.DEPARTMENT_ECONOMIC);
        ImmutableList<CodeRow> government = use.path(Catalogue.GOVERNMENT_ECONOMIC, Elements.GOVERNMENT_ECONOMIC);
        if (department.isEmpty() || government.isEmpty()) {
            return Check.holds();
        }
        ImmutableSet<String> allowed = governmentCodes(department, use);
        if (government.stream().anyMatch(row -> allowed.contains(row.code()))) {
            return Check.holds();
        }
        return Check.violated(Facts.of("kind", Fact.text(use.kind().nameZh()))
                .and("department", Fact.text(department.get(0).title()))
                .and("government", Fact.text(government.get(0).title()))
                .and(
                        Refusal.ALLOWED,
                        Fact.texts(allowed.stream()
                                .flatMap(code -> use
                                        .tables()
                                        .path(
                                                Catalogue.GOVERNMENT_ECONOMIC,
                                                code,
                                                use.elements().fiscalYear())
                                        .stream()
                                        .limit(1))
                                .map(CodeRow::title)
                                .toList())));
    }

    /** A local code has no mapping of its own: that of the nearest code above it holds. */
    private static ImmutableSet<String> governmentCodes(ImmutableList<CodeRow> department, Use use) {
        return use.tables().mapping(use.elements().fiscalYear()).stream()
                .flatMap(mapping -> department.stream().map(row -> mapping.governmentCodes(row.code(), use.kind())))
                .filter(codes -> !codes.isEmpty())
                .findFirst()
                .orElse(ImmutableSet.of());
    }

    /** Money outside the four budgets (财政专户, 单位资金) is spent under any function. */
    private static ImmutableList<ImmutableMap<String, Fact>> fundKind(Use use) {
        Optional<String> functionKind = use.kind(Catalogue.FUNCTION, Elements.FUNCTION);
        Optional<String> fundKind = use.kind(Catalogue.FUND, Elements.FUND);
        if (functionKind.isEmpty() || fundKind.isEmpty() || functionKind.equals(fundKind)) {
            return Check.holds();
        }
        return Check.violated(Facts.of("function", Fact.text(use.elements().function()))
                .and("functionKind", Fact.text(functionKind.orElseThrow()))
                .and("fund", Fact.text(use.elements().fund()))
                .and("fundKind", Fact.text(fundKind.orElseThrow())));
    }

    private static Declaration standard(String code, Catalogue catalogue) {
        return standard(code, catalogue.name(), catalogue.nameZh(), Optional.of(catalogue));
    }

    private static Declaration standard(String code, String name, String nameZh, Optional<Catalogue> codeSet) {
        return new Declaration(
                code,
                name,
                nameZh,
                codeSet,
                NOT_ASKED,
                true,
                true,
                Optional.of(new Dimension(code)),
                Source.certain("elements of 预算指标核算管理办法"));
    }
}
