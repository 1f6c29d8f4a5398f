package io.waxseal.send;

import io.waxseal.internal.log.Thrown;
import io.waxseal.message.BaseMessage;
import io.waxseal.message.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every rule in the order of the stages. The first refusal gives the reason, later ones are added to it. */
final class RuleBook {
  private static final Logger LOG = LoggerFactory.getLogger(RuleBook.class);
  private static final Guidance BROKEN = Guidance.of(
      "The message was not sent because a safety check is broken. Tell the administrators.",
      "A SendRule threw; the log names it. Nothing is sent while it does.");

  private final List<SendRule> rules;

  RuleBook(List<SendRule> rules) {
    List<SendRule> sorted = new ArrayList<>(rules);
    sorted.sort(Comparator.comparing(SendRule::stage));
    this.rules = List.copyOf(sorted);
  }

  /** What all rules together say. Nobody else makes one, so a judgement without a refusal is what every rule allowed. */
  static final class Judgement {
    private final SendRequest request;
    private final List<Reason> basis;
    private final List<Fence> fences;
    private final List<Guidance> tips;
    private final Optional<Refused> refusal;

    private Judgement(
        SendRequest request,
        List<Reason> basis,
        List<Fence> fences,
        List<Guidance> tips,
        Optional<Refused> refusal) {
      this.request = request;
      this.basis = List.copyOf(basis);
      this.fences = List.copyOf(fences);
      this.tips = List.copyOf(tips);
      this.refusal = refusal;
    }

    /** The same judgement of the message, with its files uploaded. */
    Judgement uploaded(Message message) {
      return new Judgement(request.rewritten(message), basis, fences, tips, refusal);
    }

    /** The request, with the message as it may travel. */
    SendRequest request() {
      return request;
    }

    /** What each rule that let it pass gave as its basis, by stage, for the audit trail. */
    List<Reason> basis() {
      return basis;
    }

    /** What must still hold at the wire. */
    List<Fence> fences() {
      return fences;
    }

    /** What rules that let it pass want the sender to know. */
    List<Guidance> tips() {
      return tips;
    }

    /** The refusal, if any rule refused. */
    Optional<Refused> refusal() {
      return refusal;
    }
  }

  Judgement judge(SendRequest first) {
    SendRequest request = first;
    List<Reason> basis = new ArrayList<>();
    List<Fence> fences = new ArrayList<>();
    List<Guidance> tips = new ArrayList<>();
    List<Refused> refusals = new ArrayList<>();
    int rewriter = 0;
    for (int i = 0; i < rules.size(); i++) {
      Verdict verdict = check(rules.get(i), request);
      if (verdict instanceof Refused refused) {
        refusals.add(refused);
      } else if (verdict instanceof Allowed allowed) {
        basis.add(allowed.basis());
        allowed.fence().ifPresent(fences::add);
        allowed.tip().ifPresent(tips::add);
        rewriter = allowed.rewritten().isPresent() ? i : rewriter;
        request = allowed.rewritten().map(request::rewritten).orElse(request);
        request = pinned(request, allowed);
      }
    }
    refusals.addAll(askAgain(request, rewriter));
    return new Judgement(request, basis, fences, tips, combine(refusals));
  }

  /** A rule may tie a message to one identity key, which narrows who can get it; nobody changes what the host named. */
  private static SendRequest pinned(SendRequest request, Allowed allowed) {
    return allowed.identityKeyHash().isPresent()
            && request.message().identityKeyHash().isEmpty()
            && request.message() instanceof BaseMessage<?> message
        ? request.rewritten(message.onlyIfIdentityIs(allowed.identityKeyHash().get()))
        : request;
  }

  /** Content rules that looked before the last rewording look at what will travel; they may refuse it, not reword it. */
  private List<Refused> askAgain(SendRequest request, int rewriter) {
    List<Refused> refusals = new ArrayList<>();
    for (SendRule rule : rules.subList(0, rewriter)) {
      if (rule.stage() == Stage.CONTENT && check(rule, request) instanceof Refused refused) {
        refusals.add(refused);
      }
    }
    return refusals;
  }

  private static Verdict check(SendRule rule, SendRequest request) {
    try {
      Verdict verdict = rule.check(request);
      if (verdict instanceof Allowed allowed
          && allowed.rewritten().isPresent()
          && !mayRewrite(rule, request.message(), allowed.rewritten().get())) {
        return broken(rule, "it rewrote a message it may not rewrite");
      }
      return verdict == null ? broken(rule, "it said nothing") : verdict;
    } catch (Exception | Error e) {
      return broken(rule, Thrown.withFrames(e));
    }
  }

  /** Wording is a content rule's to change; whom it goes to, from where and why, is nobody's. */
  private static boolean mayRewrite(SendRule rule, Message before, Message after) {
    return rule.stage() == Stage.CONTENT
        && before.to().equals(after.to())
        && before.from().equals(after.from())
        && before.purpose().equals(after.purpose())
        && before.despiteStop().equals(after.despiteStop())
        && before.type().equals(after.type())
        && before.edge().equals(after.edge())
        && before.identityKeyHash().equals(after.identityKeyHash());
  }

  private static Refused broken(SendRule rule, String how) {
    LOG.error(
        "the rule {} failed: {}; messages are refused while it does",
        rule.getClass().getName(),
        how);
    return Refused.because(Reason.RULE_FAILED, BROKEN);
  }

  private static Optional<Refused> combine(List<Refused> refusals) {
    if (refusals.isEmpty()) {
      return Optional.empty();
    }
    Refused first = refusals.get(0);
    List<Reason> others = new ArrayList<>(first.alsoFailed());
    refusals.stream().skip(1).map(Refused::reason).forEach(others::add);
    return Optional.of(new Refused(first.reason(), first.guidance(), others));
  }
}
