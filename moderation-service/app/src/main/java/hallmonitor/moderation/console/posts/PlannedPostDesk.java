package hallmonitor.moderation.console.posts;

import hallmonitor.moderation.casework.PostCheck;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.OwnTextJudge;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.store.posts.PlannedPost;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.district.District.Role;
import hallmonitor.settings.yaml.YamlMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Checks planned posts, and knows who approves them. */
@ApplicationScoped
public class PlannedPostDesk {
  private final OwnTextJudge judge;
  private final LiveRules rules;
  private final DecisionSettings decisions;
  private final ConsoleUsers people;

  PlannedPostDesk(
      OwnTextJudge judge, LiveRules rules, DecisionSettings decisions, ConsoleUsers people) {
    this.judge = judge;
    this.rules = rules;
    this.decisions = decisions;
    this.people = people;
  }

  private District district() {
    return rules.district().current().value();
  }

  /** Checks with the rules of this moment, the media-release list included. */
  PostCheck check(PlannedPost post) {
    RuleSnapshot now = rules.get();
    String text = OwnTextJudge.text(post.title(), post.body());
    return PostCheck.of(judge.judge(text, post.account(), now), text, decisions.get().posts());
  }

  /** Returns the people who may approve it, those of its building first; never its author. */
  List<Person> approvers(PlannedPost post, PostCheck check) {
    Optional<Person> author = people.named(post.author()).flatMap(this::personOf);
    return Arrays.stream(Role.values())
        .filter(role -> check.approvers().contains(YamlMapping.nameOf(role)))
        .flatMap(role -> district().holders(role, post.building()).stream())
        .filter(person -> !author.equals(Optional.of(person)))
        .distinct()
        .toList();
  }

  boolean mayApprove(ConsoleUser user, PlannedPost post, PostCheck check) {
    return !user.userName().equals(post.author())
        && approvers(post, check).stream().anyMatch(person -> is(user, person));
  }

  /** Returns the person of the district's file who this is. */
  Optional<Person> personOf(ConsoleUser user) {
    return district().people().stream().filter(person -> is(user, person)).findFirst();
  }

  private static boolean is(ConsoleUser user, Person person) {
    return user.toldAs().isEmpty()
        ? !user.email().isEmpty() && user.email().equalsIgnoreCase(person.email())
        : user.toldAs().equals(person.id());
  }
}
