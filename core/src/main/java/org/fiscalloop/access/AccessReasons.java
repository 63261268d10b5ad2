package org.fiscalloop.access;

import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Source;

/** Why somebody may not do something. */
public final class AccessReasons {
    private static final Source SEPARATION = Source.uncertain("财办〔2020〕13号; that 越级 is excluded is told of Qingdao");

    /** The actor is unknown or suspended. */
    public static final Reason UNKNOWN_ACTOR = new Reason(
            "access.unknown-actor",
            "The actor may not act",
            "用户不存在或已停用",
            "{actor} is not appointed or is suspended",
            "用户 {actor} 未授权或已停用",
            SEPARATION);

    /** The actor does not hold the duty. */
    public static final Reason DUTY_MISSING = new Reason(
            "access.duty-missing",
            "The actor does not hold the duty",
            "用户无此职责",
            "{actor} does not hold {duty}; held are {allowed}",
            "用户 {actor} 无职责 {duty}; 现有职责: {allowed}",
            SEPARATION);

    /** The actor holds the duty in another division. */
    public static final Reason OUTSIDE_DIVISION = new Reason(
            "access.outside-division",
            "The duty is held in another division",
            "越级或跨区划操作",
            "{actor} holds {duty} in {allowed}, not in {division}: no level acts for another",
            "用户 {actor} 的职责 {duty} 限于区划 {allowed}, 不得在 {division} 越级办理",
            SEPARATION);

    /** The actor holds the duty for other agencies. */
    public static final Reason OUTSIDE_AGENCY = new Reason(
            "access.outside-agency",
            "The duty is held for other agencies",
            "超出单位范围",
            "{actor} holds {duty} for {allowed}, which does not include {agency}",
            "用户 {actor} 的职责 {duty} 限于单位 {allowed}, 不含 {agency}",
            SEPARATION);

    /** A duty would be held in a division that is not the appointment's. */
    public static final Reason GRANT_OUTSIDE_DIVISION = new Reason(
            "access.grant-outside-division",
            "A duty is granted outside the division",
            "跨区划授权",
            "{actor} would hold {duty} in {given}; the appointment is of division {division}",
            "用户 {actor} 的职责 {duty} 授权区划为 {given}, 任用区划为 {division}",
            SEPARATION);

    /** Somebody would decide which duties he or she holds. */
    public static final Reason OWN_GRANTS = new Reason(
            "access.own-grants",
            "Nobody decides his or her own duties",
            "不得变更本人授权",
            "{actor} would grant duties to {actor}; another administrator has to",
            "用户 {actor} 不得为本人授权, 须由其他管理员办理",
            Source.uncertain("《行政事业单位内部控制规范（试行）》（财会〔2012〕21号），不相容岗位相互分离"));

    /** A duty would be granted that there is not. */
    public static final Reason UNKNOWN_DUTY = new Reason(
            "access.unknown-duty",
            "There is no such duty",
            "职责不存在",
            "{actor} would hold {duty}, which no act and no post asks for; there are {allowed}",
            "用户 {actor} 的职责 {duty} 不存在; 可用职责: {allowed}",
            Source.own("a duty is what an act or a post of the rules in force asks for"));

    /** All of them. */
    public static final Reasons ALL = Reasons.of(
            UNKNOWN_ACTOR,
            DUTY_MISSING,
            OUTSIDE_DIVISION,
            OUTSIDE_AGENCY,
            GRANT_OUTSIDE_DIVISION,
            OWN_GRANTS,
            UNKNOWN_DUTY);

    private AccessReasons() {}
}
