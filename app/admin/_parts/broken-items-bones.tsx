import { Bone } from '../../_ui/bone.tsx'
import { BrokenItemsTable } from './broken-items-table.tsx'
import styles from './list-table.module.css'

const nameWidths = [190, 150, 104, 168, 132, 176, 120, 154]

/** The list while it is read: real heads, bones in the shape of the rows. Shown only when reading takes its time. */
export function BrokenItemsBones() {
  return (
    <>
      <p className="sr" role="status">
        Loading broken Items
      </p>
      <div className={styles.late}>
        <BrokenItemsTable busy>
          {nameWidths.map((width) => (
            <tr key={width}>
              <td>
                <Bone width={width} />
                <br />
                <Bone width={width * 0.72} height={8} />
              </td>
              <td>
                <span className="flex items-center gap-2">
                  <Bone width={20} height={20} />
                  <Bone width={90 + (width % 40)} />
                </span>
              </td>
              <td>
                <Bone width={112} />
              </td>
              <td>
                <Bone width={52} />
              </td>
              <td>
                <Bone width={72} />
              </td>
              <td>
                <Bone width={100} />
              </td>
            </tr>
          ))}
        </BrokenItemsTable>
      </div>
    </>
  )
}
