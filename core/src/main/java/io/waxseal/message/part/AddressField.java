package io.waxseal.message.part;

import java.util.Locale;

/** The fields of a postal address that WhatsApp asks a reader for. Source: Meta, Cloud API, address messages. */
public enum AddressField {
  /** The name of the person. */
  NAME,
  /** Their phone number. */
  PHONE_NUMBER,
  /** The postal code in India, at most 6 characters. */
  IN_PIN_CODE,
  /** The postal code in Singapore, at most 6 characters. */
  SG_POST_CODE,
  /** The number of flat or house. */
  HOUSE_NUMBER,
  /** The floor. */
  FLOOR_NUMBER,
  /** The tower. */
  TOWER_NUMBER,
  /** The building. */
  BUILDING_NAME,
  /** The street. */
  ADDRESS,
  /** The area, or something to find it by. */
  LANDMARK_AREA,
  /** The unit, in Singapore. */
  UNIT_NUMBER,
  /** The city. */
  CITY,
  /** The state. */
  STATE;

  /** {@return the name of the member that holds it} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
