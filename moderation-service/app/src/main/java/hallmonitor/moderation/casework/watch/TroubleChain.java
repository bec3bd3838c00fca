package hallmonitor.moderation.casework.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who is told of an account's trouble, one after the other. A step without anyone is left out, so
 * that no time passes for it.
 *
 * @param administrator ids of people, as in the next two; usually one
 */
public record TroubleChain(List<String> administrator, List<String> deputy, List<String> building) {
  private record Step(List<String> people, Duration after) {}

  public TroubleChain {
    administrator = List.copyOf(administrator);
    deputy = List.copyOf(deputy);
    building = List.copyOf(building);
  }

  /** Returns everyone who should know by now, each once, in the order in which they are told. */
  public List<String> told(
      AccountTrouble trouble, WatchRules rules, SchoolTimes times, Instant now) {
    List<Step> steps =
        Stream.of(
                new Step(administrator, Duration.ZERO),
                new Step(deputy, rules.deputyAfter()),
                new Step(building, rules.buildingAfter()))
            .filter(step -> !step.people().isEmpty())
            .toList();
    List<String> people = new ArrayList<>();
    Instant due =
        trouble.cause().mayPass() ? trouble.since().plus(rules.faultAfter()) : trouble.since();
    for (Step step : steps) {
      due = people.isEmpty() ? due : times.after(due, step.after());
      if (due.isAfter(now)) {
        break;
      }
      step.people().stream().filter(person -> !people.contains(person)).forEach(people::add);
    }
    return List.copyOf(people);
  }
}
