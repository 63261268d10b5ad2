package org.fiscalloop.project;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.ProjectCode;

/** A project (项目): the unit of management, without which there is no budget. */
public final class Project extends FlowDocument<ProjectTerms, ProjectState> {
    /** The kind of document; the value of an id is the project code, 21 characters. */
    public static final DocumentKind<Project> KIND = new DocumentKind<>("project", Project.class);

    Project(Id<Project> id, ProjectTerms terms, Standing<ProjectState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the project with this code. */
    public static Id<Project> id(ProjectCode code) {
        return new Id<>(KIND, code.value());
    }

    /** Whether it is finished or terminated: from then on money only comes back. */
    public boolean hasEnded() {
        return state() == ProjectState.FINISHED || state() == ProjectState.TERMINATED;
    }

    /** The coding block under which its reserve stands in the books. */
    public Segments segments() {
        return segments(terms());
    }

    static Segments segments(ProjectTerms terms) {
        return Dimensions.of(Dimensions.DIVISION, terms.division())
                .with(Dimensions.AGENCY, terms.agency())
                .with(Dimensions.PROJECT, terms.code().value());
    }
}
