/** How a payment reaches the statement, and so how it is worded there. */
export type PaidBy = "card" | "online" | "debit" | "transfer";

/** One category of the fictional company and how its money moves. */
export interface CategoryHabit {
  readonly name: string;
  /** Share of the payments, relative to the others. */
  readonly weight: number;
  readonly suppliers: number;
  /** Words that a supplier of this trade has in its name. */
  readonly trades: readonly string[];
  /** The cost centres that buy it, the keenest first. */
  readonly units: readonly string[];
  /** Typical smallest and largest payment, in pence. */
  readonly pence: readonly [number, number];
  readonly paidBy: PaidBy;
  /** Months 1 to 12 in which it occurs; all when left out. */
  readonly months?: readonly number[];
  /** The same amount on the same day of each month. */
  readonly monthly?: true;
  /** Money comes in instead of going out. */
  readonly income?: true;
}

export const WAGES = "Wages";

const habits = (
  table: string,
): readonly CategoryHabit[] =>
  table.trim().split("\n").map((line) => {
    const [name, weight, suppliers, pence, paidBy, trades, units, more] = line
      .split("|").map((cell) => cell.trim());
    const [low, high] = pence!.split("-").map(Number);
    const months = /months ([\d,]+)/.exec(more ?? "")?.[1];
    return {
      name: name!,
      weight: Number(weight),
      suppliers: Number(suppliers),
      pence: [low!, high!],
      paidBy: paidBy as PaidBy,
      trades: trades!.split(", "),
      units: units!.split(", "),
      ...months && { months: months.split(",").map(Number) },
      ...more === "monthly" && { monthly: true as const },
      ...more === "income" && { income: true as const },
    };
  });

/** Name, weight, suppliers, pence, paid by, trades, units, and what is special. */
export const CATEGORY_HABITS: readonly CategoryHabit[] = habits(`
Vehicle Fuel | 12 | 16 | 2500-9800 | card | Fuels, Service Stn, Filling Station | Field North, Field South, Sales |
Vehicle Repairs | 3 | 8 | 4500-90000 | card | Garage, Tyres, Motor Works | Field North, Field South |
Parking and Tolls | 5 | 9 | 120-2400 | card | Parking, Car Parks, Bridge Toll | Sales, Field North, Field South |
Rail and Bus Travel | 5 | 7 | 380-18000 | card | Rail, Trains, Coaches | Sales, Head Office |
Taxis | 4 | 9 | 450-4800 | card | Cabs, Taxis, Cars | Sales, Events |
Flights | 1.5 | 4 | 4900-62000 | online | Air, Airways | Sales |
Hotels | 4 | 10 | 6900-34000 | card | Hotel, Inn, Lodge | Sales, Field North, Events |
Staff Meals | 6 | 20 | 280-3400 | card | Bakery, Coffee, Sandwich Bar, Noodles | Sales, Field North, Field South |
Client Entertaining | 3 | 9 | 3200-42000 | card | Restaurant, Bistro, Brasserie, Grill | Sales, Events |
Canteen Supplies | 5 | 8 | 900-38000 | card | Foods, Dairy, Greengrocer, Wholesale | Canteen |
Cleaning Supplies | 3 | 6 | 600-16000 | card | Hygiene, Janitorial, Cleaning | Canteen, Warehouse, Head Office |
Office Supplies | 5 | 9 | 350-22000 | online | Stationers, Office Direct, Paper Co | Head Office, Sales |
Postage and Couriers | 4 | 6 | 180-9800 | card | Couriers, Parcels, Post Counter | Warehouse, Head Office |
Printing | 2 | 6 | 2400-80000 | transfer | Print, Press, Signs | Marketing, Events |
Books and Journals | 1.5 | 5 | 700-9000 | online | Books, Press | Training Room, Head Office |
Training Courses | 2 | 7 | 9500-160000 | transfer | Training, Academy, Skills | Training Room |
Conference Fees | 1.5 | 6 | 6000-120000 | online | Expo, Conferences, Forum | Sales, Marketing |
Software Subscriptions | 4 | 16 | 600-24000 | online | Apps, Software, Cloudworks, Systems | IT, Marketing, Head Office | monthly
Computer Equipment | 3 | 6 | 1900-180000 | online | Computers, Electronics, Digital | IT |
Phones and Internet | 3 | 5 | 1500-38000 | debit | Telecom, Mobile, Broadband | IT, Head Office | monthly
Energy | 2 | 3 | 18000-420000 | debit | Energy, Power, Gas | Warehouse, Workshop | monthly
Rent and Rates | 1 | 3 | 120000-680000 | debit | Estates, Property, Borough | Head Office, Warehouse | monthly
Building Repairs | 4 | 9 | 3800-240000 | transfer | Plumbing, Roofing, Electrical, Builders | Warehouse, Workshop, Head Office |
Tools | 5 | 14 | 900-48000 | card | Tools, Fixings, Hire Tools, Ironmongers | Workshop, Field North, Field South |
Raw Materials | 6 | 10 | 8000-520000 | transfer | Timber, Steel, Plastics, Metals | Workshop |
Packaging | 3 | 5 | 2200-88000 | transfer | Packaging, Cartons, Pallets | Warehouse |
Protective Clothing | 2 | 5 | 1200-42000 | card | Workwear, Safety, Boots | Workshop, Warehouse, Field South |
Advertising | 3 | 7 | 2500-150000 | online | Media, Ads, Radio | Marketing |
Bank Charges | 1.5 | 2 | 25-4500 | debit | Bank, Card Services | Head Office | monthly
Legal and Accountancy | 1 | 4 | 18000-340000 | transfer | Solicitors, Accountants | Head Office |
Event Costs | 2.5 | 7 | 4000-180000 | card | Marquees, Catering, Stage Hire | Events | months 5,6,7,8,9
Winter Gritting | 0.8 | 3 | 6000-42000 | transfer | Gritting, Salt Supply | Warehouse | months 11,12,1,2
Staff Gifts | 0.8 | 4 | 900-26000 | online | Hampers, Gifts, Florist | Head Office, Sales | months 11,12
Customer Receipts | 4 | 20 | 40000-980000 | transfer | Joinery, Interiors, Kitchens, Council | Sales | income
`);
