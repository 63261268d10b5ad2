package org.fiscalloop.project;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.ProjectCode;
import org.joda.money.Money;

/** What may be asked of a project beside the acts without content. */
public final class ProjectCommands {
    /**
     * 项目新增: a project is filled in.
     *
     * @param terms what is filled in; its code names the project
     */
    public record CreateProject(ProjectTerms terms) implements Body {
        @Override
        public Id<Project> document() {
            return Project.id(terms.code());
        }
    }

    /**
     * 项目修改: a project that has not been handed in is filled in again.
     *
     * @param terms what is filled in now, under the same code
     */
    public record ReviseProject(ProjectTerms terms) implements Body {
        @Override
        public Id<Project> document() {
            return Project.id(terms.code());
        }
    }

    /**
     * 项目拆分: a reserved project is divided into parts, which alone are budgeted from then on.
     *
     * @param document the project
     * @param parts at least one, each with a code of its own; together they have its total
     */
    public record DivideProject(Id<Project> document, ImmutableList<ProjectTerms> parts) implements Body {
        public DivideProject {
            requireNonNull(document, "document");
            ImmutableSet<ProjectCode> codes =
                    parts.stream().map(ProjectTerms::code).collect(ImmutableSet.toImmutableSet());
            if (parts.isEmpty() || codes.size() < parts.size()) {
                throw new IllegalArgumentException("parts of " + document + " must be some, each code once: " + codes);
            }
        }
    }

    /**
     * 项目调整: an executing project gets another total and another plan by year.
     *
     * @param document the project
     * @param total the new total in yuan
     * @param slices the new plan by year
     * @param estimates the new estimate of a measured project (测算), which gives the total; none of any other
     */
    public record AdjustProject(
            Id<Project> document,
            Money total,
            ImmutableSortedMap<Integer, Money> slices,
            ImmutableList<Estimate> estimates)
            implements Body {}

    private ProjectCommands() {}
}
