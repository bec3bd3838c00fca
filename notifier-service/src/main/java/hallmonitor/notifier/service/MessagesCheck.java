package hallmonitor.notifier.service;

import hallmonitor.notifier.directory.OnCall;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Building;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.escalation.Gateway;
import hallmonitor.settings.yaml.YamlMapping;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Says what is connected, who would be told, and what is wrong. Calls no gateway. */
@Command(
    name = "check",
    description = "Says what is connected, who would be told now, and what is wrong.%n")
final class MessagesCheck implements Callable<Integer> {
  @ParentCommand private MessagesCommand messages;

  private final InstantSource clock = InstantSource.system();

  @Override
  public Integer call() throws IOException {
    District district = messages.district();
    EscalationRules rules = messages.rules();
    PrintStream out = messages.out();
    List<String> wrong = new ArrayList<>(OnCall.unknown(rules, district));
    if (rules.messages().gateways().isEmpty()) {
      out.println("No gateway is in escalation.yaml: danger is told by mail only.");
    }
    for (Gateway gateway : rules.messages().gateways()) {
      out.println(
          gateway.id() + ": " + YamlMapping.nameOf(gateway.kind()) + who(gateway, district));
      if (messages.secret(gateway.secret()).isEmpty()) {
        wrong.add("The secret '" + gateway.secret() + "' of " + gateway.id() + " is missing.");
      }
      if (gateway.kind().isPersonal() && readers(gateway, district).isEmpty()) {
        wrong.add(
            "Nobody in district.yaml has agreed to get messages by "
                + gateway.id()
                + "; see 'messages' of a person.");
      }
    }
    Instant now = clock.instant();
    for (Building building : district.buildings()) {
      OnCall onCall = OnCall.of(rules, district, building.id(), now);
      onCall
          .roster()
          .ifPresent(roster -> out.println(building.name() + ": " + onCall(roster, onCall)));
    }
    wrong.forEach(out::println);
    return wrong.isEmpty() ? 0 : 1;
  }

  private static String onCall(String roster, OnCall now) {
    return now.people().isEmpty()
        ? "everyone of the roster " + roster + " is away now, so the chain is told."
        : "on call now, by the roster " + roster + ": " + names(now.people()) + ".";
  }

  private static String who(Gateway gateway, District district) {
    List<Person> readers = readers(gateway, district);
    return readers.isEmpty() ? "." : ", to " + names(readers) + ".";
  }

  private static List<Person> readers(Gateway gateway, District district) {
    return gateway.kind().isPersonal()
        ? district.people().stream().filter(person -> gateway.number(person).isPresent()).toList()
        : List.of();
  }

  private static String names(List<Person> people) {
    return people.stream().map(Person::name).collect(Collectors.joining(", "));
  }
}
