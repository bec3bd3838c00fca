package hallmonitor.notifier.service;

import hallmonitor.notifier.gateway.GatewayMessage;
import hallmonitor.notifier.gateway.GatewayMessage.Act;
import hallmonitor.notifier.gateway.GatewayResult;
import hallmonitor.notifier.gateway.GatewayResult.Later;
import hallmonitor.notifier.gateway.GatewayResult.Refused;
import hallmonitor.notifier.message.MessageComposer;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.Gateway;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Sends one message that says that it is a test. */
@Command(
    name = "test",
    description = {
      "Sends a message that says that it is a test; nothing is recorded in a case.",
      "At PagerDuty it opens an incident and resolves it.%n"
    })
final class MessagesTrial implements Callable<Integer> {
  @ParentCommand private MessagesCommand messages;

  @Parameters(index = "0", paramLabel = "GATEWAY", description = "its id in escalation.yaml")
  private String id = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PERSON",
      description =
          "for a text message or a call: an id in district.yaml, of someone who agreed to get"
              + " messages")
  private @Nullable String person;

  @Override
  public Integer call() throws IOException {
    District district = messages.district();
    Gateway gateway =
        messages
            .rules()
            .messages()
            .gateway(id)
            .orElseThrow(() -> new ToolFailure("No gateway '" + id + "' is in escalation.yaml."));
    Optional<Person> reader =
        gateway.kind().isPersonal() ? Optional.of(reader(gateway, district)) : Optional.empty();
    GatewayResult result = send(gateway, district, Act.TELL, reader);
    if (gateway.kind() == Gateway.Kind.PAGERDUTY && !isFailed(result)) {
      result = send(gateway, district, Act.END, reader);
    }
    messages.out().println(words(result));
    return isFailed(result) ? 1 : 0;
  }

  private Person reader(Gateway gateway, District district) {
    Person found =
        Optional.ofNullable(person)
            .flatMap(district::person)
            .orElseThrow(
                () ->
                    new ToolFailure(
                        "Name a person of district.yaml: deploy/messages test " + id + " PERSON"));
    if (gateway.number(found).isEmpty()) {
      throw new ToolFailure(
          found.name() + " has no number in district.yaml for messages of this kind.");
    }
    return found;
  }

  private GatewayResult send(Gateway gateway, District district, Act act, Optional<Person> reader)
      throws IOException {
    GatewayMessage test = MessageComposer.test(messages.house(), district, gateway, act, reader);
    return messages.gateways().send(gateway, test);
  }

  private static boolean isFailed(GatewayResult result) {
    return result instanceof Refused || result instanceof Later;
  }

  private static String words(GatewayResult result) {
    if (result instanceof Refused refused) {
      return refused.why();
    }
    if (result instanceof Later later) {
      return later.why();
    }
    return "The gateway has taken the test message. Look whether it arrives.";
  }
}
