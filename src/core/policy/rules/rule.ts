/** A rule reads: BY whom (one of the relations of relations.ts), UNLESS another relation holds, IN which states. */
export interface Rule<Relation extends string, State extends string = string> {
  by: Relation;
  unless?: Relation;
  in?: readonly State[];
}
export type Rules<Relation extends string> = Record<string, readonly Rule<Relation>[]>;
