import Type from 'typebox';

export const uuid = Type.String({ format: 'uuid' });
export const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
