package io.waxseal.simulator;

import io.waxseal.simulator.Entry.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How several webhooks stand together in one body. A receiver must read all three, since Meta promises none. */
public enum Packing {
  /** An entry for each. */
  ENTRIES,

  /** One entry for each WhatsApp Business account, a change in it for each webhook. */
  CHANGES,

  /** One entry for each account, one change for each field and number, the messages or statuses side by side in it. */
  ELEMENTS;

  private static final int MOST_UPDATES = 1000;
  private static final Set<String> COMMON = Set.of("messaging_product", "metadata");

  SignedWebhook pack(List<SignedWebhook> webhooks) {
    if (webhooks.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one webhook");
    }
    SimulatedApp app = webhooks.get(0).app();
    List<Entry> entries = new ArrayList<>();
    for (SignedWebhook webhook : webhooks) {
      if (webhook.app() != app) {
        throw new IllegalArgumentException(
            "webhooks of two apps cannot stand in one body: it has one signature");
      }
      entries.addAll(webhook.entries());
    }
    if (entries.size() > MOST_UPDATES) {
      throw new IllegalArgumentException("a body holds at most " + MOST_UPDATES + " updates");
    }
    return SignedWebhook.of(this == ENTRIES ? entries : byAccount(entries), app);
  }

  private List<Entry> byAccount(List<Entry> entries) {
    Map<Entry, List<Change>> accounts = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Entry account = new Entry(entry.wabaId(), entry.time(), List.of());
      accounts.computeIfAbsent(account, id -> new ArrayList<>()).addAll(entry.changes());
    }
    List<Entry> merged = new ArrayList<>();
    accounts.forEach((account, changes) -> merged.add(new Entry(
        account.wabaId(),
        account.time(),
        this == CHANGES ? List.copyOf(changes) : sideBySide(changes))));
    return merged;
  }

  /** Messages and statuses do not share a value: Meta sends either. What is no list of elements stays by itself. */
  private static List<Change> sideBySide(List<Change> changes) {
    Map<List<Object>, List<Change>> alike = new LinkedHashMap<>();
    for (Change change : changes) {
      Set<String> members = new LinkedHashSet<>(change.value().keySet());
      members.remove("contacts");
      Object one = isOfElements(change.value()) ? members : alike.size();
      List<Object> kind = List.of(change.field(), change.value().getOrDefault("metadata", ""), one);
      alike.computeIfAbsent(kind, key -> new ArrayList<>()).add(change);
    }
    return alike.values().stream().map(Packing::merge).toList();
  }

  private static boolean isOfElements(Map<String, Object> value) {
    return value.entrySet().stream()
        .filter(member -> !COMMON.contains(member.getKey()))
        .allMatch(member -> member.getValue() instanceof List<?>);
  }

  private static Change merge(List<Change> changes) {
    Map<String, Object> value = new LinkedHashMap<>();
    for (Change change : changes) {
      change.value().forEach((name, member) -> value.merge(name, member, Packing::join));
    }
    return new Change(changes.get(0).field(), value);
  }

  /** The contacts of one customer stand there once. */
  private static Object join(Object before, Object added) {
    if (before instanceof List<?> first && added instanceof List<?> second) {
      Set<Object> both = new LinkedHashSet<>(first);
      both.addAll(second);
      return List.copyOf(both);
    }
    return before;
  }
}
