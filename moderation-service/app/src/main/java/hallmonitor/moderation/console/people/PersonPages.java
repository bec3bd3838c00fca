package hallmonitor.moderation.console.people;

import static hallmonitor.moderation.console.people.PersonForm.text;

import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.console.access.Access;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.console.access.Passwords;
import hallmonitor.moderation.console.access.RecentSignIn;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.proposals.SecondPerson;
import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One person: role and schools, sign-in, invitation, and how they are notified. The class has the
 * same path as {@link PeoplePages}, so that its pages take precedence over people with such names.
 */
@Path("/people")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ConsoleUser.ADMINISTRATOR)
public class PersonPages {
  @CheckedTemplate(basePath = "console/people")
  static class Templates {
    static native TemplateInstance person(PersonView p, PersonMessage message);
  }

  private final PeopleList list;
  private final AccessChanges changes;
  private final AccessPreviews previews;
  private final Invitations invitations;
  private final ConsoleUsers people;
  private final Passwords passwords;
  private final SecondPerson second;
  private final RecentSignIn recent;
  private final Viewer viewer;

  PersonPages(
      PeopleList list,
      AccessChanges changes,
      AccessPreviews previews,
      Invitations invitations,
      ConsoleUsers people,
      Passwords passwords,
      SecondPerson second,
      RecentSignIn recent,
      Viewer viewer) {
    this.list = list;
    this.changes = changes;
    this.previews = previews;
    this.invitations = invitations;
    this.people = people;
    this.passwords = passwords;
    this.second = second;
    this.recent = recent;
    this.viewer = viewer;
  }

  @GET
  @Path("{name}")
  public Response show(@PathParam("name") String name, @QueryParam("new") String invited) {
    PersonMessage message =
        invited == null
            ? PersonMessage.NONE
            : PersonMessage.done(
                changes.needSecond()
                    ? Sentence.of(
                        "Proposed. The invitation is sent once another person approves it.")
                    : Sentence.of("The invitation is on its way."));
    return page(name, message);
  }

  private Response page(String name, PersonMessage message) {
    PersonRow row = list.one(name).orElseThrow(NotFoundException::new);
    ConsoleUser user = people.named(name).orElseThrow(NotFoundException::new);
    return Response.status(message.status())
        .entity(
            Templates.person(
                new PersonView(
                    row,
                    user,
                    viewer.userName(),
                    list.buildings(),
                    unlinked(row),
                    previews.of(user.access(), user.toldAs(), user.email()),
                    changes.waiting(name).orElse(null),
                    changes.needSecond(),
                    second.may(Proposal.Kind.CHANGE_ACCESS)),
                message))
        .build();
  }

  /** Returns people in the district's file who are not linked to a user. */
  private List<PersonRow> unlinked(PersonRow row) {
    return row.told() != null
        ? List.of()
        : list.all().stream().filter(other -> other.user() == null).toList();
  }

  @POST
  @Path("{name}")
  public Response change(@PathParam("name") String name, @BeanParam PersonForm.Values sent) {
    ConsoleUser person = people.named(name).orElseThrow(NotFoundException::new);
    PersonForm form = sent.form();
    boolean harmless = List.of("link", "preview").contains(form.act());
    if (name.equals(viewer.userName()) && !harmless) {
      return page(
          name,
          PersonMessage.problem(
              Sentence.of(
                  "Ask another administrator to change your own access, so that one always"
                      + " remains.")));
    }
    try {
      return page(name, act(person, form));
    } catch (Refusal e) {
      return page(
          name,
          PersonMessage.problem(
              Sentence.of("{1} was not changed. {2}", person.displayName(), e.sentence())));
    }
  }

  private PersonMessage act(ConsoleUser person, PersonForm form) {
    String name = person.userName();
    String by = viewer.userName();
    String shown = person.displayName();
    return switch (form.act()) {
      case "role" -> role(person, form);
      case "remove" ->
          message(
              changes.ask(name, AccessChange.remove(), form.reason(), by),
              Sentence.of("{1} can no longer sign in. Open sessions have ended.", shown));
      case "suspend" ->
          people.suspend(name, by)
              ? PersonMessage.done(
                  Sentence.of("{1} is suspended. Open sessions have ended.", shown))
              : PersonMessage.problem(AccessChanges.LAST_ADMINISTRATOR);
      case "restore" ->
          people.restore(name, by)
              ? PersonMessage.done(Sentence.of("{1} can sign in again.", shown))
              : PersonMessage.problem(Sentence.of("Sign-in is not suspended."));
      case "invite" -> invite(person, form);
      case "revoke" -> {
        invitations.revoke(name, by);
        yield PersonMessage.done(
            Sentence.of("The invitation is revoked. Its link no longer works."));
      }
      case "reset" -> reset(person);
      case "link" ->
          people.link(name, form.told(), by)
              ? PersonMessage.done(Sentence.of("Saved."))
              : PersonMessage.problem(Sentence.of("Somebody else is linked to this contact."));
      default -> throw new NotFoundException();
    };
  }

  private PersonMessage role(ConsoleUser person, PersonForm form) {
    Access access = form.access(list.buildings());
    Optional<Sentence> old =
        recent.refusalForAnother().filter(any -> access.role().equals(ConsoleUser.ADMINISTRATOR));
    if (old.isPresent()) {
      return PersonMessage.problem(old.get());
    }
    return message(
        changes.ask(person.userName(), AccessChange.role(access), form.reason(), viewer.userName()),
        Sentence.of("Access for {1} has changed.", person.displayName()));
  }

  private static PersonMessage message(AccessChanges.Result result, Sentence done) {
    return switch (result) {
      case DONE -> PersonMessage.done(done);
      case PROPOSED ->
          PersonMessage.done(
              Sentence.of("Proposed. It takes effect once another person approves it."));
      case LAST_ADMINISTRATOR -> PersonMessage.problem(AccessChanges.LAST_ADMINISTRATOR);
    };
  }

  private PersonMessage invite(ConsoleUser person, PersonForm form) {
    String email = form.email().isEmpty() ? person.email() : form.email();
    Optional<Sentence> old =
        recent.refusalForAnother().filter(any -> !email.equals(person.email()));
    if (old.isPresent()) {
      return PersonMessage.problem(old.get());
    }
    if (!PersonForm.EMAIL.matcher(email).matches()) {
      return PersonMessage.problem(Sentence.of("Enter an email address such as name@example.org."));
    }
    if (!email.equals(person.email()) && people.withEmail(email).isPresent()) {
      return PersonMessage.problem(Sentence.of("Another person already has this address."));
    }
    people.setInvitationEmail(person.userName(), email, viewer.userName());
    AccessChange change = AccessChange.invite(person.access(), email, form.language());
    // A new link for someone who may already sign in does not change access.
    if (!person.removed()) {
      invitations.send(person.userName(), email, form.language(), viewer.userName());
      return PersonMessage.done(Sentence.of("The invitation is on its way."));
    }
    return message(
        changes.ask(person.userName(), change, form.reason(), viewer.userName()),
        Sentence.of("The invitation is on its way."));
  }

  private PersonMessage reset(ConsoleUser person) {
    if (person.removed() && changes.needSecond()) {
      return PersonMessage.problem(
          Sentence.of(
              "Your district requires a second person to approve access, so send an invitation"
                  + " instead."));
    }
    Optional<Sentence> old = recent.refusalForAnother();
    if (old.isPresent()) {
      return PersonMessage.problem(old.get());
    }
    String password = Passwords.generate();
    people.resetPassword(person.userName(), passwords.hash(password), viewer.userName());
    return new PersonMessage(
        "done",
        Sentence.of("{1} can sign in with this new temporary password.", person.displayName()),
        password);
  }

  /** Approves, rejects or withdraws a proposed change. */
  @POST
  @Path("{name}/approval/{proposal}")
  public Response answer(
      @PathParam("name") String name,
      @PathParam("proposal") UUID proposal,
      @FormParam("answer") String code,
      @FormParam("note") String note) {
    if (people.named(name).isEmpty()) {
      throw new NotFoundException();
    }
    Proposal.Answer answer = SecondPerson.answer(code);
    if (answer != Proposal.Answer.WITHDRAW) {
      second.must(Proposal.Kind.CHANGE_ACCESS);
    }
    try {
      changes.answer(name, proposal, answer, viewer.userName(), text(note));
      return Response.seeOther(URI.create("/people/" + name)).build();
    } catch (Refusal e) {
      return Response.fromResponse(page(name, PersonMessage.problem(e.sentence())))
          .status(409)
          .build();
    }
  }
}
